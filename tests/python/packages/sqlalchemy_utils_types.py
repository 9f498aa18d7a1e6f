import sqlalchemy as sa, sqlalchemy_utils as su, enum
from sqlalchemy_utils import EmailType, URLType, UUIDType, ChoiceType, PasswordType, JSONType, ArrowType, TSVectorType, LtreeType, PhoneNumberType, IPAddressType, TimezoneType, ScalarListType, ColorType, CountryType, LocaleType, CurrencyType, EncryptedType, StringEncryptedType, IntRangeType, DateRangeType, Timestamp, generic_repr, force_auto_coercion, database_exists, create_database
from alembic.autogenerate import render_python_code
from alembic.operations import ops
from alembic.migration import MigrationContext
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import declarative_base
d = postgresql.dialect()
class K(enum.Enum):
    a = "A"
for make in (lambda: EmailType(), lambda: EmailType(100), lambda: URLType(), lambda: UUIDType(), lambda: UUIDType(binary=False), lambda: ChoiceType([("a","A"),("b","B")]), lambda: ChoiceType(K, impl=sa.String(10)), lambda: ChoiceType(K, impl=sa.Integer()), lambda: PasswordType(schemes=["pbkdf2_sha512"]), lambda: JSONType(), lambda: ArrowType(), lambda: ArrowType(timezone=True), lambda: TSVectorType(), lambda: TSVectorType("name", "x", regconfig="pg_catalog.simple"), lambda: LtreeType(), lambda: PhoneNumberType(), lambda: PhoneNumberType(region="US", max_length=30), lambda: IPAddressType(), lambda: TimezoneType(), lambda: TimezoneType(backend="pytz"), lambda: ScalarListType(), lambda: ScalarListType(int), lambda: ColorType(), lambda: CountryType(), lambda: LocaleType(), lambda: CurrencyType(), lambda: StringEncryptedType(sa.Unicode, "k"), lambda: EncryptedType(sa.String, "k"), lambda: IntRangeType(), lambda: DateRangeType(), lambda: su.NumericRangeType(), lambda: su.Int8RangeType(), lambda: su.DateTimeRangeType(), lambda: su.WeekDaysType(), lambda: su.EnrichedDateTimeType(), lambda: su.EnrichedDateType()):
    try:
        t = make()
        print(type(t).__module__, repr(t), t.compile(dialect=d))
    except Exception as e: print(type(e).__module__, type(e).__name__, str(e)[:150])
Base = declarative_base()
@generic_repr
class U(Base, Timestamp):
    __tablename__ = "u"
    id = sa.Column(sa.Integer, primary_key=True)
    email = sa.Column(EmailType, unique=True)
    kind = sa.Column(ChoiceType([("a","A")]))
print(repr(U(id=1, email="x@y")))
for c in U.__table__.c: print(c.name, c.type, c.nullable, c.default is not None, c.onupdate is not None)
print(list(su.get_primary_keys(U)))
print(su.Choice("a","A") == "a", su.Choice("a", "A"), repr(su.Choice("a","A")))
