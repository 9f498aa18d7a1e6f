from circ.a import A
