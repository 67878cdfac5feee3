/* module.c: taiyuan_report._core: its types, and errors of C as exceptions. */
#include "binding.h"

#include <string.h>

module_state *state_of_type(PyTypeObject *type) {
    PyObject *module = PyType_GetModuleByDef(type, &core_module);
    return module ? PyModule_GetState(module) : NULL;
}

PyObject *str_of_word(ty_word word) { return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, word.at, word.length); }

static const char *class_of(ty_status status) {
    switch (status) {
    case TY_NOT_TEXT: return "NotText";
    case TY_TOO_LARGE: return "TooLarge";
    case TY_BAD_PATTERN: return "BadPattern";
    case TY_BAD_LEXICON: return "BadLexicon";
    case TY_MATCH_LIMIT: return "MatchLimit";
    default: return "ReportError";
    }
}

PyObject *raise_error(module_state *state, const ty_error *error) { return raise_error_of(state, error, NULL); }

PyObject *raise_error_of(module_state *state, const ty_error *error, PyObject *name) {
    if (error->status == TY_NO_MEMORY) return PyErr_NoMemory();
    if (!state->errors) state->errors = PyImport_ImportModule("taiyuan_report.errors");
    if (!state->errors) return NULL;
    PyObject *class = PyObject_GetAttrString(state->errors, class_of(error->status));
    if (class && name) PyErr_Format(class, "%U: %s", name, error->message);
    else if (class) PyErr_SetString(class, error->message);
    Py_XDECREF(class);
    return NULL;
}

/* [(table, [(field, type, doc, values)])]: the declaration in rows.h, for the stub and the documentation. */
static PyObject *declaration(PyObject *module, PyObject *ignored) {
    static const char *const types[] = {"offset", "index", "year", "enum", "slice", "number", "string", "pieces"};
    (void)module;
    (void)ignored;
    PyObject *tables = PyList_New(0);
    for (int t = 0; tables && t < TY_TABLE_COUNT; t++) {
        const ty_schema *schema = ty_table_schema((ty_table)t);
        PyObject *fields = PyList_New(0);
        for (uint32_t f = 0; fields && f < schema->field_count; f++) {
            const ty_field *field = &schema->fields[f];
            PyObject *values = PyList_New(0), *row = NULL;
            for (uint32_t i = 1; values && field->names && field->names[i]; i++) {
                PyObject *name = PyUnicode_FromString(field->names[i]);
                if (!name || PyList_Append(values, name)) Py_CLEAR(values);
                Py_XDECREF(name);
            }
            if (values) row = Py_BuildValue("(sssO)", field->name, types[field->type], field->doc, values);
            if (!row || PyList_Append(fields, row)) Py_CLEAR(fields);
            Py_XDECREF(row);
            Py_XDECREF(values);
        }
        PyObject *entry = fields ? Py_BuildValue("(sN)", schema->name, fields) : NULL;
        if (!entry || PyList_Append(tables, entry)) Py_CLEAR(tables);
        Py_XDECREF(entry);
    }
    return tables;
}

static PyObject *tuple_of(const char *const *names, Py_ssize_t count) {
    PyObject *tuple = PyTuple_New(count);
    for (Py_ssize_t i = 0; tuple && i < count; i++) {
        PyObject *name = PyUnicode_FromString(names[i]);
        if (!name) Py_CLEAR(tuple);
        else PyTuple_SET_ITEM(tuple, i, name);
    }
    return tuple;
}

static PyObject *lists(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    PyObject *cues = tuple_of(ty_cue_keys, TY_CUE_COUNT), *rules = tuple_of(ty_rule_keys, TY_RULE_COUNT);
    PyObject *marks = tuple_of(ty_mark_keys + 1, TY_MARK_COUNT - 1);
    if (cues && rules && marks) return Py_BuildValue("(NNN)", cues, rules, marks);
    Py_XDECREF(cues);
    Py_XDECREF(rules);
    Py_XDECREF(marks);
    return NULL;
}

static int intern_fields(module_state *state, int t) {
    const ty_schema *schema = ty_table_schema((ty_table)t);
    state->table_keys[t] = PyUnicode_InternFromString(schema->name);
    state->blank_rows[t] = PyDict_New();
    if (!state->table_keys[t] || !state->blank_rows[t]) return -1;
    for (uint32_t f = 0; f < schema->field_count; f++) {
        const char *const *names = schema->fields[f].names;
        if (!(state->field_keys[t][f] = PyUnicode_InternFromString(schema->fields[f].name))) return -1;
        if (PyDict_SetItem(state->blank_rows[t], state->field_keys[t][f], Py_None)) return -1;
        for (uint32_t i = 1; names && names[i]; i++)
            if (!(state->enum_values[t][f][i] = PyUnicode_InternFromString(names[i]))) return -1;
    }
    return 0;
}

static int add_type(PyObject *module, PyType_Spec *spec, PyTypeObject **slot) {
    *slot = (PyTypeObject *)PyType_FromModuleAndSpec(module, spec, NULL);
    return *slot ? PyModule_AddType(module, *slot) : -1;
}

static int core_exec(PyObject *module) {
    module_state *state = PyModule_GetState(module);
    for (int t = 0; t < TY_TABLE_COUNT; t++)
        if (intern_fields(state, t)) return -1;
    if (add_type(module, &lexicon_spec, &state->lexicon_type) || add_type(module, &parsed_spec, &state->parsed_type) ||
        add_type(module, &columns_spec, &state->columns_type) ||
        add_type(module, &arrow_table_spec, &state->arrow_table_type) ||
        add_type(module, &words_spec, &state->words_type) || add_type(module, &counter_spec, &state->counter_type))
        return -1;
    return 0;
}

static int core_traverse(PyObject *module, visitproc visit, void *arg) {
    module_state *state = PyModule_GetState(module);
    Py_VISIT(state->lexicon_type);
    Py_VISIT(state->parsed_type);
    Py_VISIT(state->columns_type);
    Py_VISIT(state->arrow_table_type);
    Py_VISIT(state->words_type);
    Py_VISIT(state->counter_type);
    Py_VISIT(state->errors);
    return 0;
}

static int core_clear(PyObject *module) {
    module_state *state = PyModule_GetState(module);
    Py_CLEAR(state->lexicon_type);
    Py_CLEAR(state->parsed_type);
    Py_CLEAR(state->columns_type);
    Py_CLEAR(state->arrow_table_type);
    Py_CLEAR(state->words_type);
    Py_CLEAR(state->counter_type);
    Py_CLEAR(state->errors);
    for (int t = 0; t < TY_TABLE_COUNT; t++) {
        Py_CLEAR(state->table_keys[t]);
        Py_CLEAR(state->blank_rows[t]);
        for (int f = 0; f < MOST_FIELDS; f++) {
            Py_CLEAR(state->field_keys[t][f]);
            for (int i = 0; i < 16; i++) Py_CLEAR(state->enum_values[t][f][i]);
        }
    }
    return 0;
}

static void core_free(void *module) { (void)core_clear(module); }

static PyMethodDef core_methods[] = {
    {"declaration", declaration, METH_NOARGS, "declaration()\n--\n\nThe tables and fields that rows have."},
    {"lists", lists, METH_NOARGS, "lists()\n--\n\nThe names of the word lists, of the rules and of the marks of targets that a lexicon may have."},
    {"sheet", make_sheet, METH_VARARGS,
     "sheet(names, types, rows)\n--\n\nAn ArrowTable of rows of tuples; a type is s, i (int32), u (uint32) or f."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot core_slots[] = {
    {Py_mod_exec, core_exec},
#ifdef Py_mod_multiple_interpreters
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
    {0, NULL},
};

struct PyModuleDef core_module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "taiyuan_report._core",
    .m_doc = "The C core of taiyuan_report.",
    .m_size = sizeof(module_state),
    .m_methods = core_methods,
    .m_slots = core_slots,
    .m_traverse = core_traverse,
    .m_clear = core_clear,
    .m_free = core_free,
};

PyMODINIT_FUNC PyInit__core(void);
PyMODINIT_FUNC PyInit__core(void) { return PyModuleDef_Init(&core_module); }
