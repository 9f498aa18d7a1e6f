"""What an address gives to those that want its parts."""
import warnings

from sqlalchemy.engine import URL, make_url

url = make_url("postgresql+psycopg2://learner:p%40ss@localhost:5432/app?sslmode=require")
print(url, url.render_as_string(hide_password=False))
print(url.translate_connect_args())
print(url.translate_connect_args(username="user", database="dbname", password=None))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(url.translate_connect_args(["server", "db", "uid"]))
print([str(one.message) for one in caught])
print(make_url("postgresql:///app").translate_connect_args(username="user"))
print(URL.create("postgresql", host="db", query={"a": ["1", "2"]}))
