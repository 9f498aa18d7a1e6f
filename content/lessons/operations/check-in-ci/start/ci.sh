# Runs for every pull request, on an empty database of its own.
set -e
alembic upgrade head
alembic downgrade base
