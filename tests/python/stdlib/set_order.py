"""Sets are walked in the order of their table, and hashes of numbers and tuples are the same in every process."""
print({3, 1, 2}, {10, 9, 8, 7, 33, 1}, set([5, 40, 8, 16, -1]), {1.5, 2, True})
names = {"id", "name", "email", "created_at", "user_id"}
print(names, names | {"a", "b"}, names - {"id"}, names & {"id", "name"}, names ^ {"id", "x"})
print(frozenset("migrations"), {letter for letter in "한글 abc"}, [*{"b", "a", "c"}])
print(sorted(names), names.pop() in names)
print(hash(1.5), hash((1, 2)), hash("id"), hash(10**20), hash(-1), hash(frozenset([1, 2])), hash(()))
