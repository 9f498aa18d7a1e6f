x = 1


def upgrade():
