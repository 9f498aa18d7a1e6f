/** The class of enumerations: makes members, finds them, refuses to change them. */
export const METACLASS =
  String.raw`
class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace._generate_next_value = first_enum._generate_next_value_
            dict.__setitem__(namespace, "_generate_next_value_", first_enum.__dict__.get("_generate_next_value_", first_enum._generate_next_value_))
            if "_generate_next_value_" not in first_enum.__dict__:
                dict.__delitem__(namespace, "_generate_next_value_")
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignore = classdict._ignore if isinstance(classdict, EnumDict) else []
        names = list(classdict._member_names) if isinstance(classdict, EnumDict) else []
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        values = [(name, classdict[name]) for name in names]
        body = {key: value for key, value in classdict.items() if key not in classdict._member_names and key not in ignore}
        order = body.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        enum_class._member_names_ = []
        enum_class._member_map_ = {}
        enum_class._value2member_map_ = {}
        enum_class._unhashable_values_ = []
        enum_class._member_type_ = member_type
        if boundary is not None:
            enum_class._boundary_ = boundary
        elif first_enum is not None:
            enum_class._boundary_ = getattr(first_enum, "_boundary_", None)
        else:
            enum_class._boundary_ = None
        if first_enum is None:
            return enum_class
        new_member, use_args = metacls._find_new_(body, member_type, first_enum)
        enum_class._new_member_ = new_member
        enum_class._use_args_ = use_args
        if "__new__" in body:
            enum_class.__new_member__ = new_member
        enum_class.__new__ = Enum.__new__
        if issubclass(enum_class, Flag) if Flag is not None else False:
            enum_class._flag_mask_ = 0
            enum_class._singles_mask_ = 0
            enum_class._all_bits_ = 0
        for name, value in values:
            metacls._add_member_(enum_class, name, value)
        metacls._prefer_enum_methods_(enum_class, body, member_type, first_enum)
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            found = [name for name in wanted if name in enum_class._member_map_ and enum_class._member_map_[name].name == name]
            if found != enum_class._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (enum_class._member_names_, found))
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    @staticmethod
    def _prefer_enum_methods_(enum_class, body, member_type, first_enum):
        if ReprEnum is not None and ReprEnum in enum_class.__bases__:
            if "__format__" not in body:
                enum_class.__format__ = member_type.__format__
            if "__str__" not in body:
                enum_class.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
        names = ["__repr__", "__str__", "__format__", "__reduce_ex__"]
        if Flag is not None and issubclass(enum_class, Flag):
            names += ["__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"]
        for name in names:
            if name in enum_class.__dict__:
                continue
            found = getattr(enum_class, name)
            if found is getattr(member_type, name, None) or found is getattr(object, name, None):
                setattr(enum_class, name, getattr(first_enum, name))

    @staticmethod
    def _add_member_(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if not cls._use_args_:
            new = cls._new_member_(cls)
        else:
            new = cls._new_member_(cls, *args)
        if not hasattr(new, "_value_"):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        alias = None
        try:
            alias = cls._value2member_map_.get(value)
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    alias = known
        if alias is not None and alias._value_ == value:
            new = alias
        else:
            is_flag = Flag is not None and issubclass(cls, Flag)
            if is_flag:
                cls._flag_mask_ |= value
                if value > 0 and value & (value - 1) == 0:
                    cls._singles_mask_ |= value
                cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
            if not is_flag or (value > 0 and value & (value - 1) == 0):
                cls._member_names_.append(name)
            try:
                cls._value2member_map_.setdefault(value, new)
            except TypeError:
                cls._unhashable_values_.append(value)
        cls._member_map_[name] = new
        for base in cls.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if isinstance(descriptor, property):
                return
        type.__setattr__(cls, name, new)

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as " + "` +
  '`' +
  String.raw`EnumName([mixin_type, ...] [data_type,] enum_type)` +
  '`' +
  String.raw`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        unique_types = []
        for each in found:
            if each not in unique_types:
                unique_types.append(each)
        if len(unique_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(unique_types)))
        return unique_types[0] if unique_types else None

    @classmethod
    def _find_new_(metacls, classdict, member_type, first_enum):
        new = classdict.get("__new__", None)
        if new is not None:
            return (new.__func__ if isinstance(new, staticmethod) else new), True
        saved = getattr(first_enum, "__new_member__", None)
        if saved is not None:
            return saved, True
        if member_type is object:
            return object.__new__, False
        return member_type.__new__, True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last_values = names, [], []
            for count, name in enumerate(original):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        pairs = names.items() if hasattr(names, "items") else names
        for key, content in pairs:
            classdict[key] = content
        if module is None:
            module = _caller_module()
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _known(cls, value):
        """The member of a value; None where there is none."""
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            return next((each for each in cls._member_map_.values() if each._value_ == value), None)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            import warnings
            warnings.warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member",
                DeprecationWarning,
                stacklevel=2,
            )
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name not in cls._member_map_:
            return super().__delattr__(name)
        raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return type.__getattribute__(cls, "_member_map_")[name]
        except (KeyError, AttributeError):
            raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return _mapping_proxy(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__


`;
