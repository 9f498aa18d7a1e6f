"""What os.PathLike is."""
import os, pathlib
print(os.PathLike, isinstance("a", os.PathLike), isinstance(pathlib.Path("."), os.PathLike), isinstance([1], os.PathLike), issubclass(pathlib.Path, os.PathLike), os.PathLike[str])
class P(os.PathLike):
    def __fspath__(self): return "x"
print(os.fspath(P()), isinstance(P(), os.PathLike), os.path.join(P(), "y"))
class Q:
    def __fspath__(self): return "q"
print(isinstance(Q(), os.PathLike))
try: os.PathLike()
except TypeError as e: print(e)
