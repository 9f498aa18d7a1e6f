"""Sessions by scope."""
from sqlalchemy.orm import scoped_session, sessionmaker
from sqlalchemy.ext.asyncio import async_scoped_session, async_sessionmaker
from sqlalchemy import create_engine
from asyncio import current_task
s = scoped_session(sessionmaker())
print(s.registry.has()); a = s(); print(s.registry.has(), s.registry() is a)
try: s(bind=None)
except Exception as e: print(type(e).__name__, e)
s.remove(); print(s.registry.has())
k = "x"
t = scoped_session(sessionmaker(), scopefunc=lambda: k)
one = t(); k = "y"; print(t() is one); k = "x"; print(t() is one); t.registry.clear(); print(t() is one)
d = async_scoped_session(async_sessionmaker(), scopefunc=lambda: 1)
print(d.registry.has()); d.registry.createfunc = lambda: "made"; print(d()); d.registry.set(3); print(d.registry())
