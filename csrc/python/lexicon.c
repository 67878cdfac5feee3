/* lexicon.c: Lexicon(units, cues, indicators, regions, rules, patterns, constraints, words): what taiyuan_report.analyzer
 * reads of TOML, compiled. Immutable once made, so any number of threads may parse with it. */
#include "binding.h"

#include <string.h>

/* A str as code points; release with PyMem_Free. */
static int word_of_str(PyObject *str, ty_word *word) {
    word->at = NULL;
    if (!PyUnicode_Check(str)) {
        PyErr_Format(PyExc_TypeError, "a word must be a str, not %.100s", Py_TYPE(str)->tp_name);
        return -1;
    }
    word->length = (uint32_t)PyUnicode_GET_LENGTH(str);
    word->at = PyUnicode_AsUCS4Copy(str);
    return word->at ? 0 : -1;
}

static void free_words(ty_word *words, size_t count) {
    for (size_t i = 0; i < count; i++) PyMem_Free((void *)words[i].at);
}

static int fail(module_state *state, const ty_error *error) {
    (void)raise_error(state, error);
    return -1;
}

static int add_unit(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *strings[3];
    unsigned long long numerator, denominator;
    int use;
    ty_word words[3] = {{0}};
    ty_error error = {0};
    int done = -1;
    if (!PyArg_ParseTuple(item, "iUUUKK", &use, &strings[0], &strings[1], &strings[2], &numerator, &denominator)) return -1;
    if (!word_of_str(strings[0], &words[0]) && !word_of_str(strings[1], &words[1]) && !word_of_str(strings[2], &words[2]))
        done = ty_lexicon_add_unit(lexicon, (ty_unit_use)use, words[0], words[1], words[2], numerator, denominator, &error)
                   ? fail(state, &error)
                   : 0;
    free_words(words, 3);
    return done;
}

static int find_key(const char *const *keys, int count, PyObject *key, int *found) {
    for (*found = 0; *found < count; ++*found)
        if (PyUnicode_CompareWithASCIIString(key, keys[*found]) == 0) return 0;
    PyErr_Format(PyExc_KeyError, "%U", key);
    return -1;
}

static int add_cue(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *key, *string;
    unsigned int value;
    int cue, done = -1;
    ty_word word = {0};
    ty_error error = {0};
    if (!PyArg_ParseTuple(item, "UUI", &key, &string, &value) || find_key(ty_cue_keys, TY_CUE_COUNT, key, &cue)) return -1;
    if (!word_of_str(string, &word))
        done = ty_lexicon_add_cue(lexicon, (ty_cue)cue, word, value, &error) ? fail(state, &error) : 0;
    free_words(&word, 1);
    return done;
}

static int add_indicator(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *id, *label, *names, *dimensions, *parts;
    unsigned int flags;
    uint32_t index = 0;
    ty_word words[2] = {{0}};
    ty_error error = {0};
    int done = -1;
    if (!PyArg_ParseTuple(item, "UUIO!O!O!", &id, &label, &flags, &PyList_Type, &names, &PyList_Type, &dimensions, &PyList_Type,
                          &parts))
        return -1;
    if (!word_of_str(id, &words[0]) && !word_of_str(label, &words[1]))
        done = ty_lexicon_add_indicator(lexicon, words[0], words[1], flags, &index, &error) ? fail(state, &error) : 0;
    free_words(words, 2);
    for (Py_ssize_t i = 0; !done && i < PyList_GET_SIZE(names); i++) {
        ty_word name = {0};
        done = word_of_str(PyList_GET_ITEM(names, i), &name);
        if (!done && ty_lexicon_add_cue(lexicon, TY_CUE_INDICATOR, name, index, &error)) done = fail(state, &error);
        free_words(&name, 1);
    }
    for (Py_ssize_t i = 0; !done && i < PyList_GET_SIZE(dimensions); i++) {
        ty_word dimension = {0};
        done = word_of_str(PyList_GET_ITEM(dimensions, i), &dimension);
        if (!done && ty_lexicon_add_dimension(lexicon, index, dimension, &error)) done = fail(state, &error);
        free_words(&dimension, 1);
    }
    for (Py_ssize_t i = 0; !done && i < PyList_GET_SIZE(parts); i++) {
        unsigned long part = PyLong_AsUnsignedLong(PyList_GET_ITEM(parts, i));
        if (PyErr_Occurred()) return -1;
        if (ty_lexicon_add_part(lexicon, index, (uint32_t)part, &error)) done = fail(state, &error);
    }
    return done;
}

static int add_region(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *string;
    unsigned int code;
    ty_word word = {0};
    ty_error error = {0};
    int done = -1;
    if (!PyArg_ParseTuple(item, "IU", &code, &string)) return -1;
    if (!word_of_str(string, &word)) done = ty_lexicon_add_region(lexicon, code, word, &error) ? fail(state, &error) : 0;
    free_words(&word, 1);
    return done;
}

static int add_rule(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *key, *string;
    int rule, done = -1;
    ty_word word = {0};
    ty_error error = {0};
    if (!PyArg_ParseTuple(item, "UU", &key, &string) || find_key(ty_rule_keys, TY_RULE_COUNT, key, &rule)) return -1;
    if (!word_of_str(string, &word)) done = ty_lexicon_add_rule(lexicon, (ty_rule)rule, word, &error) ? fail(state, &error) : 0;
    free_words(&word, 1);
    return done;
}

static int add_constraint(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *key;
    int hard, mark;
    ty_error error = {0};
    if (!PyArg_ParseTuple(item, "Up", &key, &hard) || find_key(ty_mark_keys, TY_MARK_COUNT, key, &mark)) return -1;
    return ty_lexicon_add_constraint(lexicon, (ty_mark)mark, hard, &error) ? fail(state, &error) : 0;
}

static int add_pattern(module_state *state, ty_lexicon *lexicon, PyObject *item) {
    PyObject *name, *string;
    ty_word words[2] = {{0}};
    ty_error error = {0};
    int done = -1;
    if (!PyArg_ParseTuple(item, "UU", &name, &string)) return -1;
    if (!word_of_str(name, &words[0]) && !word_of_str(string, &words[1])) {
        done = ty_lexicon_add_pattern(lexicon, words[0], words[1], &error) ? -1 : 0;
        if (done) (void)raise_error_of(state, &error, name);
    }
    free_words(words, 2);
    return done;
}

typedef int (*adder)(module_state *, ty_lexicon *, PyObject *);

static int add_all(module_state *state, ty_lexicon *lexicon, PyObject *list, adder add) {
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); i++) {
        PyObject *item = PyList_GET_ITEM(list, i);
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "every entry must be a tuple");
            return -1;
        }
        if (add(state, lexicon, item)) return -1;
    }
    return 0;
}

static int make_strings(lexicon_object *self) {
    self->string_count = ty_lexicon_string_count(self->lexicon);
    self->strings = PyMem_Calloc(self->string_count + 1, sizeof *self->strings);
    if (!self->strings) return PyErr_NoMemory(), -1;
    for (uint32_t i = 0; i < self->string_count; i++)
        if (!(self->strings[i] = str_of_word(ty_lexicon_string(self->lexicon, i)))) return -1;
    return 0;
}

static PyObject *lexicon_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"units", "cues", "indicators", "regions", "rules", "patterns", "constraints", "words", NULL};
    PyObject *lists[7], *words;
    module_state *state = state_of_type(type);
    ty_error error = {0};
    if (!state || !PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!O!O!O!O!O!:Lexicon", names, &PyList_Type, &lists[0],
                                               &PyList_Type, &lists[1], &PyList_Type, &lists[2], &PyList_Type, &lists[3],
                                               &PyList_Type, &lists[4], &PyList_Type, &lists[5], &PyList_Type, &lists[6],
                                               state->words_type, &words))
        return NULL;
    lexicon_object *self = (lexicon_object *)type->tp_alloc(type, 0);
    if (!self) return NULL;
    static const adder adders[] = {add_unit, add_cue, add_indicator, add_region, add_rule, add_pattern, add_constraint};
    bool done = !ty_lexicon_new(&ty_standard_allocator, &self->lexicon, &error) &&
                !ty_pool_new(&ty_standard_allocator, &self->pool, &error);
    for (int i = 0; done && i < 7; i++) {
        if (add_all(state, self->lexicon, lists[i], adders[i])) goto fail;
    }
    if (done) {
        ty_lexicon_use_words(self->lexicon, borrow_words(words));
        self->words = Py_NewRef(words);
    }
    done = done && !ty_lexicon_seal(self->lexicon, &error);
    if (!done) {
        (void)raise_error(state, &error);
        goto fail;
    }
    if (make_strings(self)) goto fail;
    return (PyObject *)self;
fail:
    Py_DECREF(self);
    return NULL;
}

static void lexicon_dealloc(lexicon_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    for (uint32_t i = 0; self->strings && i < self->string_count; i++) Py_XDECREF(self->strings[i]);
    PyMem_Free(self->strings);
    ty_lexicon_free(self->lexicon);
    ty_pool_free(self->pool);
    if (self->words) return_words(self->words);
    Py_XDECREF(self->words);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyType_Slot lexicon_slots[] = {
    {Py_tp_new, lexicon_new},
    {Py_tp_dealloc, lexicon_dealloc},
    {Py_tp_doc,
     "Lexicon(units, cues, indicators, regions, rules, patterns, constraints, words)\n--\n\nCompiled rules, immutable and shared."},
    {0, NULL},
};

PyType_Spec lexicon_spec = {
    .name = "taiyuan_report._core.Lexicon",
    .basicsize = sizeof(lexicon_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = lexicon_slots,
};
