/** Keys of a model's configuration that pydantic's first version had. Answers to: pydantic/_internal/_config.py (check_deprecated). */
export const OLD_KEYS = String.raw`
_RENAMED_KEYS = dict(
    allow_population_by_field_name="validate_by_name",
    anystr_lower="str_to_lower",
    anystr_strip_whitespace="str_strip_whitespace",
    anystr_upper="str_to_upper",
    keep_untouched="ignored_types",
    max_anystr_length="str_max_length",
    min_anystr_length="str_min_length",
    orm_mode="from_attributes",
    schema_extra="json_schema_extra",
    validate_all="validate_default",
)
_REMOVED_KEYS = frozenset(
    "allow_mutation error_msg_templates fields getter_dict smart_union underscore_attrs_are_private json_loads json_dumps "
    "copy_on_model_validation post_init_call".split()
)


def _warn_of_old_keys(config):
    lines = ["* %r has been renamed to %r" % (key, _RENAMED_KEYS[key]) for key in sorted(config) if key in _RENAMED_KEYS]
    lines += ["* %r has been removed" % key for key in sorted(config) if key in _REMOVED_KEYS]
    if lines:
        message = "\n".join(["Valid config keys have changed in V2:", *lines])
        _warn_from(message, UserWarning, "pydantic/_internal/_config.py", 408, "warnings.warn(message, UserWarning)")


`;
