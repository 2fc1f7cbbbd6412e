# The two commands: `make run` and `make test`. Both get what they need by themselves.

.PHONY: run test prepare fmt browser looks screenshots bench-labels

run: ; @tests/need run && exec tests/run
test: ; @tests/need test && tests/with-postgres tests/all
# Writes the checked queries to .sqlx after a change of SQL or of a migration.
prepare: ; @tests/need run && tests/with-postgres tests/queries write
fmt: ; cargo fmt
# The main job in a browser, without the other tests.
browser: ; @tests/need test && cargo build --quiet && cargo test --quiet -p polder-browser-tests --test main_job
# Looks and access: every kind of page in both languages, two widths, by day and by night.
looks: ; @tests/need test && cargo build --quiet && cargo test --quiet -p polder-browser-tests --test looks
# Pictures of every kind of page, in target/screenshots.
screenshots: ; @tests/need test && cargo build --quiet && cargo run --quiet -p polder-browser-tests --bin screenshots
# What row-level security costs at 100,000 articles; fails where that is more than it may be.
bench-labels: ; @tests/need run && tests/with-postgres cargo test --quiet --test bench-labels
