/** `importlib.metadata`. */
import { pythonModule } from '../../../library.ts';
import { natives } from './natives.ts';

export const importlibMetadataModule = pythonModule(
  'importlib.metadata',
  String.raw`
class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return "No package metadata was found for %s" % self.name

    @property
    def name(self):
        return self.args[0]


def version(distribution_name):
    if not distribution_name:
        raise ValueError("A distribution name is required.")
    found = _version(distribution_name)
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return found


class Distribution:
    def __init__(self, name, version):
        self.name = name
        self.version = version
        self.metadata = {"Name": name, "Version": version}
        self.entry_points = ()


def distribution(distribution_name):
    return Distribution(distribution_name, version(distribution_name))


def metadata(distribution_name):
    return distribution(distribution_name).metadata


class EntryPoint:
    def __init__(self, name, value, group):
        self.name = name
        self.value = value
        self.group = group


class EntryPoints(tuple):
    __slots__ = ()

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}

    def select(self, **params):
        return EntryPoints()


class SelectableGroups(dict):
    def select(self, **params):
        return EntryPoints()

    def get(self, name, default=None):
        return EntryPoints() if default is None else default


def entry_points(**params):
    return EntryPoints() if params else SelectableGroups()


def distributions(**kwargs):
    return []


def requires(distribution_name):
    return None
`,
  natives,
);
