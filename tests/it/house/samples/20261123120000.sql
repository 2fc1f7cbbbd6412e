select take_tokens(array['sign-in'], array['Someone@source.example'], array[10], array[360000000], '2026-01-01');
