from circ import b
A = 1
