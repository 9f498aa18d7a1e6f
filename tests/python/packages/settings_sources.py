"""Settings from files and from sources of one's own."""
import os, json
from typing import Any
from pydantic.fields import FieldInfo

from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, JsonConfigSettingsSource, TomlConfigSettingsSource, YamlConfigSettingsSource, PyprojectTomlConfigSettingsSource, SettingsConfigDict
from pydantic_settings.sources import EnvSettingsSource as E2, DotEnvSettingsSource
os.environ["HOSTS"] = "a,b"; os.environ["PORT"] = "5"; os.environ["X_NUM"] = "7"
open("c.json", "w").write('{"name": "json", "port": 1}'); open("c.toml", "w").write('name = "toml"\nextra = 2\n')
open("pyproject.toml", "w").write('[tool.pydantic-settings]\nname = "pp"\n[tool.x]\nname = "px"\n')
class My(EnvSettingsSource):
    def prepare_field_value(self, field_name: str, field: FieldInfo, value: Any, value_is_complex: bool) -> Any:
        print("prep", field_name, value, value_is_complex)
        if field_name == "hosts" and isinstance(value, str): return value.split(",")
        return super().prepare_field_value(field_name, field, value, value_is_complex)
class Own(PydanticBaseSettingsSource):
    def get_field_value(self, field, field_name): return ("own" if field_name == "name" else None), field_name, False
    def __call__(self):
        d = {}
        for name, field in self.settings_cls.model_fields.items():
            v, key, cx = self.get_field_value(field, name)
            v = self.prepare_field_value(name, field, v, cx)
            if v is not None: d[key] = v
        return d
class S(BaseSettings):
    model_config = SettingsConfigDict(extra="ignore")
    hosts: list[str] = []
    port: int = 0
    name: str = "d"
    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, My(settings_cls), *cls.more(settings_cls)
    @classmethod
    def more(cls, s): return (JsonConfigSettingsSource(s, "c.json"),)
print(S())
S.more = classmethod(lambda cls, s: (TomlConfigSettingsSource(s, "c.toml"), JsonConfigSettingsSource(s, "c.json"))); print(S())
S.more = classmethod(lambda cls, s: (Own(s),)); print(S())
S.more = classmethod(lambda cls, s: (PyprojectTomlConfigSettingsSource(s),)); print(S())
S.model_config["pyproject_toml_table_header"] = ("tool", "x"); print(S())
S.more = classmethod(lambda cls, s: (YamlConfigSettingsSource(s, "c.yaml"),))
open("c.yaml", "w").write("name: y\n")
try: print(S())
except ImportError as e: print(type(e), e)
os.environ["HOSTS"] = "["
class T(BaseSettings):
    hosts: list[str] = []
try: T()
except Exception as e: print(type(e), e)
class U(BaseSettings):
    num: int = 0
    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, EnvSettingsSource(settings_cls, env_prefix="x_")
print(U())
