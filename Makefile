# The two commands: `make run` and `make test`. Both get what they need by themselves.

.PHONY: run test prepare fmt browser screenshots

run: ; @tests/need run && exec tests/run
test: ; @tests/need test && tests/with-postgres tests/all
# Writes the checked queries to .sqlx after a change of SQL or of a migration.
prepare: ; @tests/need run && tests/with-postgres tests/queries write
fmt: ; cargo fmt
