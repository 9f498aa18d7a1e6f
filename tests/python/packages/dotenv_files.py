import os, io
from dotenv import load_dotenv, dotenv_values, find_dotenv
open(".env","w").write("""# comment
A=1
export B="two words"  # c
C='single $A' 
D=plain value # comment
E=${A}x${NOPE:-def}
F=
G
H="esc\\nline"
URL=postgresql://u:p@localhost:5432/db?x=1#frag
I='it\\'s'
J = spaced
""")
print(load_dotenv(), os.environ["A"], repr(os.getenv("B")), repr(os.getenv("C")), repr(os.getenv("D")), repr(os.getenv("E")), repr(os.getenv("F")), repr(os.getenv("G")), repr(os.getenv("H")), os.getenv("URL"), os.getenv("I"), os.getenv("J"))
print(dict(dotenv_values(".env")))
print(os.path.basename(find_dotenv()), load_dotenv("nope.env"))
print(dict(dotenv_values(stream=io.StringIO("X=1\nY=${X}2"))))
os.environ["A"]="9"; load_dotenv(); print(os.environ["A"]); load_dotenv(override=True); print(os.environ["A"])
