"""Names that few programs ask for, from where they are bound first and from where they are handed on."""
import sqlalchemy.orm.identity
from sqlalchemy.orm.identity import IdentityMap
from sqlalchemy.orm.session import make_transient
from sqlalchemy.sql import Select, Selectable, schema
from sqlalchemy.sql.compiler import Compiled
import sqlalchemy

print(Select is sqlalchemy.Select, make_transient.__name__, schema.__name__)
print("Selectable" in dir(sqlalchemy.sql), "IdentityMap" in dir(sqlalchemy.orm.identity), "Nothing" in dir(sqlalchemy.sql))
print(hasattr(sqlalchemy, "TableValuedAlias"), hasattr(sqlalchemy, "TableValuedAliases"))
try:
    from sqlalchemy.sql import Selectabl
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    sqlalchemy.orm.identity.IdentityMaps
except AttributeError as error:
    print(error)
del sqlalchemy.sql.Select
print(hasattr(sqlalchemy.sql, "Select"))
