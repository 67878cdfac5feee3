/* words.c: Words(table): cutting; WordCounter(words): counting. */
#include "binding.h"

#include <string.h>

/* Strings of words that come often are made once: a table of the last strings by the word's number. */
enum { CACHE_SIZE = 1 << 13 };

typedef struct cached {
    uint64_t key; /* word + 1, or a single character + 2^32; 0 is free */
    PyObject *str;
} cached;

typedef struct words_object {
    PyObject_HEAD
    Py_buffer table;
    ty_words *words;
    int readers; /* threads that are cutting, and counters */
    cached *cache;
} words_object;

static PyObject *words_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"table", NULL};
    PyObject *table;
    ty_error error = {0};
    module_state *state = state_of_type(type);
    if (!state || !PyArg_ParseTupleAndKeywords(args, kwargs, "O:Words", names, &table)) return NULL;
    words_object *self = (words_object *)type->tp_alloc(type, 0);
    if (!self) return NULL;
    if (PyObject_GetBuffer(table, &self->table, PyBUF_SIMPLE)) {
        self->table.obj = NULL;
        Py_DECREF(self);
        return NULL;
    }
    self->cache = PyMem_Calloc(CACHE_SIZE, sizeof *self->cache);
    if (!self->cache) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    if (ty_words_open(&ty_standard_allocator, self->table.buf, (size_t)self->table.len, &self->words, &error)) {
        Py_DECREF(self);
        return raise_error(state, &error);
    }
    return (PyObject *)self;
}

static void words_dealloc(words_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    for (int i = 0; self->cache && i < CACHE_SIZE; i++) Py_XDECREF(self->cache[i].str);
    PyMem_Free(self->cache);
    ty_words_free(self->words);
    if (self->table.obj) PyBuffer_Release(&self->table);
    type->tp_free(self);
    Py_DECREF(type);
}

const ty_words *borrow_words(PyObject *words) {
    words_object *self = (words_object *)words;
    self->readers++;
    return self->words;
}

void return_words(PyObject *words) { ((words_object *)words)->readers--; }

static PyObject *words_add(words_object *self, PyObject *args) {
    PyObject *word, *tag;
    unsigned long long frequency;
    ty_error error = {0};
    module_state *state = state_of_type(Py_TYPE(self));
    if (!state || !PyArg_ParseTuple(args, "UKU:add", &word, &frequency, &tag)) return NULL;
    if (self->readers) return PyErr_Format(PyExc_RuntimeError, "these words are in use; make others");
    ty_word words[2] = {{PyUnicode_AsUCS4Copy(word), (uint32_t)PyUnicode_GET_LENGTH(word)},
                        {PyUnicode_AsUCS4Copy(tag), (uint32_t)PyUnicode_GET_LENGTH(tag)}};
    ty_status status = TY_OK;
    if (words[0].at && words[1].at) status = ty_words_add(self->words, words[0], frequency, words[1], &error);
    bool copied = words[0].at && words[1].at;
    PyMem_Free((void *)words[0].at);
    PyMem_Free((void *)words[1].at);
    if (!copied) return PyErr_NoMemory();
    if (status) return raise_error(state, &error);
    Py_RETURN_NONE;
}

static PyObject *words_frequency(words_object *self, PyObject *word) {
    uint64_t frequency;
    if (!PyUnicode_Check(word)) return PyErr_Format(PyExc_TypeError, "a word must be a str");
    uint32_t *at = PyUnicode_AsUCS4Copy(word);
    if (!at) return NULL;
    bool known = ty_words_frequency(self->words, (ty_word){at, (uint32_t)PyUnicode_GET_LENGTH(word)}, &frequency);
    PyMem_Free(at);
    if (!known) Py_RETURN_NONE;
    return PyLong_FromUnsignedLongLong(frequency);
}

static PyObject *words_total(words_object *self, void *closure) {
    (void)closure;
    return PyLong_FromUnsignedLongLong(ty_words_total(self->words));
}

/* The pieces to keep whole, from a list of (start, end). */
static int read_pieces(PyObject *list, Py_ssize_t length, ty_slice **pieces, uint32_t *count) {
    Py_ssize_t size = PyList_GET_SIZE(list), last = 0;
    *count = (uint32_t)size;
    *pieces = PyMem_Calloc((size_t)size + 1, sizeof **pieces);
    if (!*pieces) return PyErr_NoMemory(), -1;
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_ssize_t start, end;
        PyObject *pair = i < PyList_GET_SIZE(list) ? PyList_GET_ITEM(list, i) : NULL; /* an __index__ may change the list */
        if (!pair || !PyTuple_Check(pair)) return PyErr_SetString(PyExc_TypeError, "pieces are pairs (start, end)"), -1;
        Py_INCREF(pair);
        int parsed = PyArg_ParseTuple(pair, "nn", &start, &end);
        Py_DECREF(pair);
        if (!parsed) return -1;
        if (start < last || end <= start || end > length) {
            PyErr_SetString(PyExc_ValueError, "pieces must be in order, inside the text and apart");
            return -1;
        }
        (*pieces)[i] = (ty_slice){(uint32_t)start, (uint32_t)end};
        last = end;
    }
    return 0;
}

static PyObject *token_str(words_object *self, PyObject *text, const uint32_t *points, ty_token token) {
    uint64_t key = token.word != TY_NONE            ? (uint64_t)token.word + 1
                   : token.end - token.start == 1 ? (UINT64_C(1) << 32) + points[token.start]
                                                    : 0;
    cached *slot = &self->cache[key * UINT64_C(0x9E3779B97F4A7C15) >> 51];
    if (key && slot->key == key) return Py_NewRef(slot->str);
    PyObject *str = PyUnicode_Substring(text, token.start, token.end);
    if (key && str) {
        Py_XSETREF(slot->str, Py_NewRef(str));
        slot->key = key;
    }
    return str;
}

static PyObject *span_tuple(words_object *self, PyObject *text, const uint32_t *points, ty_token token) {
    char tag[TY_TAG_SIZE];
    ty_words_tag(self->words, token.word, tag);
    PyObject *word = token_str(self, text, points, token);
    return word ? Py_BuildValue("(NIIs)", word, token.start, token.end, tag[0] ? tag : NULL) : NULL;
}

static PyObject *cut(words_object *self, PyObject *args, PyObject *(*make)(words_object *, PyObject *, const uint32_t *, ty_token)) {
    PyObject *text, *list, *result = NULL;
    int model;
    uint32_t count = 0, piece_count = 0;
    ty_slice *pieces = NULL;
    ty_token *tokens = NULL;
    ty_error error = {0};
    module_state *state = state_of_type(Py_TYPE(self));
    if (!state || !PyArg_ParseTuple(args, "UpO!", &text, &model, &PyList_Type, &list)) return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > (Py_ssize_t)TY_TEXT_LIMIT) {
        error = (ty_error){TY_TOO_LARGE, 0, "more characters than a text may have"};
        return raise_error(state, &error);
    }
    if (read_pieces(list, length, &pieces, &piece_count)) {
        PyMem_Free(pieces);
        return NULL;
    }
    uint32_t *points = PyUnicode_AsUCS4Copy(text);
    ty_status status = TY_OK;
    self->readers++;
    if (points) {
        Py_BEGIN_ALLOW_THREADS
        status = ty_words_cut(self->words, &ty_standard_allocator, points, (uint32_t)length, model, pieces, piece_count,
                              &tokens, &count, &error);
        Py_END_ALLOW_THREADS
    }
    self->readers--;
    PyMem_Free(pieces);
    if (points && !status) result = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; result && i < count; i++) {
        PyObject *item = make(self, text, points, tokens[i]);
        if (!item) Py_CLEAR(result);
        else PyList_SET_ITEM(result, (Py_ssize_t)i, item);
    }
    PyMem_Free(points);
    if (tokens) ty_standard_allocator.release(NULL, tokens);
    return status ? raise_error(state, &error) : result;
}

static PyObject *words_cut(words_object *self, PyObject *args) { return cut(self, args, token_str); }
static PyObject *words_spans(words_object *self, PyObject *args) { return cut(self, args, span_tuple); }

static PyMethodDef words_methods[] = {
    {"add", (PyCFunction)words_add, METH_VARARGS, "add(word, frequency, tag)\n--\n\nAdd a word, as jieba's add_word."},
    {"frequency", (PyCFunction)words_frequency, METH_O, "frequency(word)\n--\n\nIts frequency; 0 for the beginning of a word; or None."},
    {"cut", (PyCFunction)words_cut, METH_VARARGS, "cut(text, hmm, pieces)\n--\n\nThe words, in order."},
    {"spans", (PyCFunction)words_spans, METH_VARARGS, "spans(text, hmm, pieces)\n--\n\n(word, start, end, tag) of each word."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef words_getset[] = {
    {"total", (getter)words_total, NULL, "The sum of all frequencies.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot words_slots[] = {
    {Py_tp_new, words_new},
    {Py_tp_dealloc, words_dealloc},
    {Py_tp_methods, words_methods},
    {Py_tp_getset, words_getset},
    {Py_tp_doc, "Words(table)\n--\n\njieba's dictionary and model, and words added to them."},
    {0, NULL},
};

PyType_Spec words_spec = {
    .name = "taiyuan_report._core.Words",
    .basicsize = sizeof(words_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = words_slots,
};

/* ---- counting ---------------------------------------------------------------- */

typedef struct counter_object {
    PyObject_HEAD
    words_object *words;
    ty_counter *counter;
    bool is_adding; /* a thread is, without the interpreter lock */
} counter_object;

static bool is_free(const counter_object *self) {
    if (self->is_adding) PyErr_SetString(PyExc_RuntimeError, "another thread is adding to this counter; give each its own");
    return !self->is_adding;
}

/* The words of one term. False with an exception, or with a status. */
static bool want_term(counter_object *self, uint32_t term, PyObject *members, ty_status *status, ty_error *error) {
    PyObject *words = PySequence_Fast(members, "a term must be a list of words");
    if (!words) return false;
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(words); i++) {
        PyObject *word = PySequence_Fast_GET_ITEM(words, i);
        uint32_t *at = NULL;
        if (!PyUnicode_Check(word)) PyErr_SetString(PyExc_TypeError, "a word must be a str");
        else at = PyUnicode_AsUCS4Copy(word);
        if (!at) break;
        *status = ty_counter_want(self->counter, term, (ty_word){at, (uint32_t)PyUnicode_GET_LENGTH(word)}, error);
        PyMem_Free(at);
        if (*status) break;
    }
    Py_DECREF(words);
    return !*status && !PyErr_Occurred();
}

static PyObject *counter_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"words", "terms", NULL};
    PyObject *words, *terms = Py_None;
    ty_error error = {0};
    module_state *state = state_of_type(type);
    if (!state || !PyArg_ParseTupleAndKeywords(args, kwargs, "O!|O:WordCounter", names, state->words_type, &words, &terms)) return NULL;
    if (terms != Py_None && !PyList_Check(terms)) return PyErr_Format(PyExc_TypeError, "terms must be a list of lists of str");
    counter_object *self = (counter_object *)type->tp_alloc(type, 0);
    if (!self) return NULL;
    self->words = (words_object *)Py_NewRef(words);
    self->words->readers++;
    ty_status status = ty_counter_new(&ty_standard_allocator, self->words->words, &self->counter, &error);
    bool done = !status;
    for (Py_ssize_t i = 0; done && terms != Py_None && i < PyList_GET_SIZE(terms); i++)
        done = want_term(self, (uint32_t)i, PyList_GET_ITEM(terms, i), &status, &error);
    if (done) return (PyObject *)self;
    Py_DECREF(self);
    return status ? raise_error(state, &error) : NULL;
}

static void counter_dealloc(counter_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    ty_counter_free(self->counter);
    if (self->words) self->words->readers--;
    Py_XDECREF(self->words);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *counter_add(counter_object *self, PyObject *args) {
    PyObject *text;
    unsigned int group;
    int model;
    ty_error error = {0};
    module_state *state = state_of_type(Py_TYPE(self));
    if (!state || !PyArg_ParseTuple(args, "UIp:add", &text, &group, &model) || !is_free(self)) return NULL;
    if (PyUnicode_GET_LENGTH(text) > (Py_ssize_t)TY_TEXT_LIMIT) {
        error = (ty_error){.status = TY_TOO_LARGE, .message = "more characters than a text may have"};
        return raise_error(state, &error);
    }
    uint32_t *points = PyUnicode_AsUCS4Copy(text);
    if (!points) return NULL;
    ty_status status;
    self->is_adding = true;
    Py_BEGIN_ALLOW_THREADS
    status = ty_counter_add(self->counter, group, points, (uint32_t)PyUnicode_GET_LENGTH(text), model, &error);
    Py_END_ALLOW_THREADS
    self->is_adding = false;
    PyMem_Free(points);
    if (status) return raise_error(state, &error);
    Py_RETURN_NONE;
}

static PyObject *counter_counts(counter_object *self, PyObject *ignored) {
    (void)ignored;
    if (!is_free(self)) return NULL;
    PyObject *list = PyList_New(0);
    ty_count_place place = {0};
    ty_count count;
    while (list && ty_counter_next(self->counter, &place, &count)) {
        PyObject *row = Py_BuildValue("(IIII)", count.group, count.term, count.count, count.sentences);
        if (!row || PyList_Append(list, row)) Py_CLEAR(list);
        Py_XDECREF(row);
    }
    return list;
}

static PyObject *counter_totals(counter_object *self, PyObject *arg) {
    unsigned long group = PyLong_AsUnsignedLong(arg);
    uint64_t words, sentences;
    if (PyErr_Occurred() || !is_free(self)) return NULL;
    if (group > UINT32_MAX) return PyErr_Format(PyExc_OverflowError, "no group has the number %lu", group);
    ty_counter_totals(self->counter, (uint32_t)group, &words, &sentences);
    return Py_BuildValue("(KK)", (unsigned long long)words, (unsigned long long)sentences);
}

static PyObject *counter_vocabulary(counter_object *self, PyObject *ignored) {
    (void)ignored;
    if (!is_free(self)) return NULL;
    PyObject *list = PyList_New(0);
    bool exists = true;
    for (uint32_t i = 0; list && exists; i++) {
        ty_word word = ty_counter_word(self->counter, i, &exists);
        if (!exists) break;
        PyObject *str = str_of_word(word);
        if (!str || PyList_Append(list, str)) Py_CLEAR(list);
        Py_XDECREF(str);
    }
    return list;
}

static PyMethodDef counter_methods[] = {
    {"add", (PyCFunction)counter_add, METH_VARARGS, "add(text, group, hmm)\n--\n\nCount the words of a text for a group."},
    {"counts", (PyCFunction)counter_counts, METH_NOARGS, "counts()\n--\n\n(group, term, count, sentences) of each pair that was met."},
    {"totals", (PyCFunction)counter_totals, METH_O, "totals(group)\n--\n\nWords and sentences of a group."},
    {"vocabulary", (PyCFunction)counter_vocabulary, METH_NOARGS, "vocabulary()\n--\n\nThe words by their numbers."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot counter_slots[] = {
    {Py_tp_new, counter_new},
    {Py_tp_dealloc, counter_dealloc},
    {Py_tp_methods, counter_methods},
    {Py_tp_doc, "WordCounter(words, terms=None)\n--\n\nHow often words stand in groups of texts."},
    {0, NULL},
};

PyType_Spec counter_spec = {
    .name = "taiyuan_report._core.WordCounter",
    .basicsize = sizeof(counter_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = counter_slots,
};
