-- Functions that run with their owner's rights are for the serving role, not for every account of the server.
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to polder_app;
