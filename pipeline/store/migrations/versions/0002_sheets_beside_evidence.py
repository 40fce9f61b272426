"""What a file's pixels gave is kept beside its evidence, and under which key of documents that was found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward. Rows that are there have no sheets: their contents are read again when asked for."""
    op.add_column("readings", sa.Column("sealed_sheets", sa.LargeBinary(), nullable=True))
    op.add_column("readings", sa.Column("documents_key", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Take the step back."""
    with op.batch_alter_table("readings") as readings:
        readings.drop_column("documents_key")
        readings.drop_column("sealed_sheets")
