from flask import Flask, Blueprint, current_app, request, jsonify, render_template, session, g, url_for, redirect, abort
from flask_sqlalchemy import SQLAlchemy
from flask_migrate import Migrate
db = SQLAlchemy()
class UserAccount(db.Model):
    id = db.Column(db.Integer, primary_key=True)
class HTTPThing(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    ua_id = db.Column(db.ForeignKey("user_account.id"))
class Mixin:
    created = db.Column(db.DateTime)
class Sub(Mixin, db.Model):
    __tablename__ = "subx"
    id = db.Column(db.Integer, primary_key=True)
t = db.Table("a_b", db.Column("a", db.ForeignKey("user_account.id")))
print(sorted([ (x.name, x.c.keys()) for x in db.metadata.sorted_tables]), db.metadata is db.Model.metadata)
try: print(current_app.config)
except RuntimeError as e: print(type(e), e)
try: db.engine
except RuntimeError as e: print(type(e), e)
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql://a:b@localhost/x"
app.config.from_mapping(A=1)
class C: B = 2; c = 3
app.config.from_object(C)
print(app.config["A"], app.config.get("B"), app.config.get("c"), app.debug)
bp = Blueprint("x", __name__, url_prefix="/x")
@bp.route("/a", methods=["GET"])
def a(): return "a"
app.register_blueprint(bp)
db.init_app(app); m = Migrate(app, db)
with app.app_context():
    print(current_app.extensions["migrate"].db is db, db.engine.url, current_app.config["A"])
    print(db.select(UserAccount))
print(repr(UserAccount(id=4))[:22], UserAccount.__tablename__, HTTPThing.__tablename__, bp)
try:
    app2 = Flask("y"); SQLAlchemy(app2)
except Exception as e: print(type(e), e)
class NoPk(db.Model):
    __abstract__ = True
print(db)
