/* parsed.c: Parsed(lexicon, data, …): one report; as_dict() makes its rows dicts. */
#include "binding.h"

#include <math.h>
#include <string.h>

/* A list of pairs (start, end); NULL with an error set, or for an empty list. The caller frees it. */
static ty_slice *slices_of(PyObject *list, uint32_t *count) {
    Py_ssize_t length = PyList_GET_SIZE(list);
    ty_slice *slices = length ? PyMem_Calloc((size_t)length, sizeof *slices) : NULL;
    if (length && !slices) return (ty_slice *)PyErr_NoMemory();
    for (Py_ssize_t i = 0; i < length; i++)
        if (!PyTuple_Check(PyList_GET_ITEM(list, i)) ||
            !PyArg_ParseTuple(PyList_GET_ITEM(list, i), "II", &slices[i].start, &slices[i].end)) {
            if (!PyErr_Occurred()) PyErr_SetString(PyExc_TypeError, "marks are pairs (start, end)");
            PyMem_Free(slices);
            return NULL;
        }
    *count = (uint32_t)length;
    return slices;
}

static PyObject *parsed_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"lexicon", "data", "year", "adcode", "source", "year_hint", "adcode_hint", "origin", "marks", NULL};
    PyObject *lexicon, *data, *source = Py_None, *marks = NULL;
    int year = 0, year_hint = 0, origin = 0;
    unsigned int adcode = 0, adcode_hint = 0;
    module_state *state = state_of_type(type);
    ty_error error = {0};
    if (!state || !PyArg_ParseTupleAndKeywords(args, kwargs, "O!O|iIOiIiO!:Parsed", names, state->lexicon_type, &lexicon,
                                               &data, &year, &adcode, &source, &year_hint, &adcode_hint, &origin,
                                               &PyList_Type, &marks))
        return NULL;
    if (source != Py_None && !PyUnicode_Check(source))
        return PyErr_Format(PyExc_TypeError, "source must be str or None, not %.100s", Py_TYPE(source)->tp_name);
    if (origin < TY_FROM_UNICODE || origin > TY_FROM_BIG5) return PyErr_Format(PyExc_ValueError, "origin is 0 to 3");
    ty_input input = {.year = year,
                      .adcode = adcode,
                      .year_hint = year_hint,
                      .adcode_hint = adcode_hint,
                      .origin = (ty_origin)origin};
    if (PyBytes_Check(data)) {
        input.text = PyBytes_AS_STRING(data);
        input.length = (size_t)PyBytes_GET_SIZE(data);
        input.encoding = TY_UTF8;
    } else if (PyUnicode_Check(data)) {
        input.text = PyUnicode_DATA(data);
        input.length = (size_t)PyUnicode_GET_LENGTH(data);
        input.encoding = PyUnicode_KIND(data) == PyUnicode_1BYTE_KIND   ? TY_ONE_BYTE
                         : PyUnicode_KIND(data) == PyUnicode_2BYTE_KIND ? TY_TWO_BYTE
                                                                        : TY_FOUR_BYTE;
    } else {
        return PyErr_Format(PyExc_TypeError, "text must be str or UTF-8 bytes, not %.100s", Py_TYPE(data)->tp_name);
    }
    ty_slice *slices = marks ? slices_of(marks, &input.mark_count) : NULL;
    if (PyErr_Occurred()) return NULL;
    input.marks = slices;
    parsed_object *self = (parsed_object *)type->tp_alloc(type, 0);
    if (!self) {
        PyMem_Free(slices);
        return NULL;
    }
    self->lexicon = (lexicon_object *)Py_NewRef(lexicon);
    self->source = Py_NewRef(source);
    self->text = PyUnicode_Check(data) ? Py_NewRef(data) : NULL;
    ty_status status;
    Py_BEGIN_ALLOW_THREADS
    status = ty_report_parse(self->lexicon->lexicon, ty_pool_allocator(self->lexicon->pool), &input, &self->report, &error);
    Py_END_ALLOW_THREADS
    PyMem_Free(slices);
    if (status) {
        Py_DECREF(self);
        return raise_error(state, &error);
    }
    return (PyObject *)self;
}

static void parsed_dealloc(parsed_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    ty_report_free(self->report);
    Py_XDECREF(self->text);
    Py_XDECREF(self->source);
    Py_XDECREF(self->lexicon);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *text_of(parsed_object *self) {
    if (!self->text) {
        uint32_t length;
        const uint32_t *text = ty_report_text(self->report, &length);
        self->text = str_of_word((ty_word){text, length});
    }
    return self->text;
}

static PyObject *none(void) { return Py_NewRef(Py_None); }

/* An offset or an index: none is above TY_TEXT_LIMIT, and an int is made faster of a signed number. */
static PyObject *count_object(uint32_t value) { return PyLong_FromLong((long)value); }

/* int where the value is whole, otherwise the nearest float. */
static PyObject *number_object(ty_decimal value) {
    ty_u128 whole;
    if (!value.divisor) return none();
    if (!ty_decimal_whole(value, &whole)) return PyFloat_FromDouble(ty_decimal_double(value));
    if (whole >> 63 == 0) return PyLong_FromLongLong(value.negative ? -(long long)whole : (long long)whole);
    PyObject *high = PyLong_FromUnsignedLongLong((unsigned long long)(whole >> 64)), *shift = PyLong_FromLong(64);
    PyObject *low = PyLong_FromUnsignedLongLong((unsigned long long)whole), *sum = NULL;
    PyObject *shifted = high && shift ? PyNumber_Lshift(high, shift) : NULL;
    if (shifted && low) sum = PyNumber_Or(shifted, low);
    if (sum && value.negative) Py_SETREF(sum, PyNumber_Negative(sum));
    Py_XDECREF(high);
    Py_XDECREF(shift);
    Py_XDECREF(low);
    Py_XDECREF(shifted);
    return sum;
}

static PyObject *string_object(const parsed_object *self, uint32_t index) {
    if (index == TY_NONE) return none();
    if (index < self->lexicon->string_count) return Py_NewRef(self->lexicon->strings[index]);
    return str_of_word(ty_report_string(self->report, index));
}

static PyObject *slice_object(parsed_object *self, ty_slice slice) {
    if (slice.start >= slice.end) return none();
    PyObject *text = text_of(self);
    return text ? PyUnicode_Substring(text, slice.start, slice.end) : NULL;
}

static PyObject *pieces_object(const parsed_object *self, ty_slice range) {
    const ty_slice *pieces = ty_report_pieces(self->report);
    PyObject *list = PyList_New((Py_ssize_t)(range.end - range.start));
    for (uint32_t i = range.start; list && i < range.end; i++) {
        PyObject *pair = Py_BuildValue("[II]", pieces[i].start, pieces[i].end);
        if (!pair) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)(i - range.start), pair);
    }
    return list;
}

static PyObject *field_object(parsed_object *self, module_state *state, int table, uint32_t f, const ty_field *field,
                              const char *row) {
    union {
        uint32_t index;
        int32_t year;
        ty_slice slice;
        ty_decimal number;
    } value;
    const char *at = row + field->offset;
    switch (field->type) {
    case TY_OFFSET: memcpy(&value.index, at, sizeof value.index); return count_object(value.index);
    case TY_INDEX:
        memcpy(&value.index, at, sizeof value.index);
        return value.index == TY_NONE ? none() : count_object(value.index);
    case TY_YEAR:
        memcpy(&value.year, at, sizeof value.year);
        return value.year ? PyLong_FromLong(value.year) : none();
    case TY_ENUM: return *at ? Py_NewRef(state->enum_values[table][f][(unsigned char)*at]) : none();
    case TY_SLICE: memcpy(&value.slice, at, sizeof value.slice); return slice_object(self, value.slice);
    case TY_NUMBER: memcpy(&value.number, at, sizeof value.number); return number_object(value.number);
    case TY_STRING: memcpy(&value.index, at, sizeof value.index); return string_object(self, value.index);
    case TY_PIECES: memcpy(&value.slice, at, sizeof value.slice); return pieces_object(self, value.slice);
    }
    Py_UNREACHABLE();
}

static PyObject *row_object(parsed_object *self, module_state *state, int table, const ty_schema *schema, const char *row) {
    PyObject *dict = PyDict_Copy(state->blank_rows[table]); /* of the right size at once, unlike one that grows */
    for (uint32_t f = 0; dict && f < schema->field_count; f++) {
        PyObject *value = field_object(self, state, table, f, &schema->fields[f], row);
        if (!value || (value != Py_None && PyDict_SetItem(dict, state->field_keys[table][f], value))) Py_CLEAR(dict);
        Py_XDECREF(value);
    }
    return dict;
}

static PyObject *rows_object(parsed_object *self, module_state *state, int table) {
    const ty_schema *schema = ty_table_schema((ty_table)table);
    uint32_t count;
    const char *rows = ty_report_rows(self->report, (ty_table)table, &count);
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; list && i < count; i++) {
        PyObject *row = row_object(self, state, table, schema, rows + (size_t)i * schema->row_size);
        if (!row) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)i, row);
    }
    return list;
}

static int set_new(PyObject *dict, const char *key, PyObject *value) {
    int done = value ? PyDict_SetItemString(dict, key, value) : -1;
    Py_XDECREF(value);
    return done;
}

static int set_metadata(parsed_object *self, PyObject *dict) {
    const ty_metadata *meta = ty_report_metadata(self->report);
    return set_new(dict, "source", Py_NewRef(self->source)) || set_new(dict, "title", slice_object(self, meta->title)) ||
           set_new(dict, "region", string_object(self, meta->region)) ||
           set_new(dict, "adcode", meta->adcode ? PyUnicode_FromFormat("%06u", meta->adcode) : none()) ||
           set_new(dict, "province", string_object(self, meta->province)) ||
           set_new(dict, "prefecture", string_object(self, meta->prefecture)) ||
           set_new(dict, "year", meta->year ? PyLong_FromLong(meta->year) : none()) ||
           set_new(dict, "date", meta->date[0] ? PyUnicode_FromString(meta->date) : none()) ||
           set_new(dict, "session", string_object(self, meta->session)) ||
           set_new(dict, "speaker", string_object(self, meta->speaker));
}

static PyObject *parsed_as_dict(parsed_object *self, PyObject *ignored) {
    (void)ignored;
    module_state *state = state_of_type(Py_TYPE(self));
    PyObject *dict = state ? PyDict_New() : NULL;
    if (!dict) return NULL;
    /* Rows hold no cycles: collecting while they are made would look at all of them again and again. */
    int collects = PyGC_Disable();
    int failed = set_metadata(self, dict);
    for (int t = 0; !failed && t < TY_TABLE_COUNT; t++) {
        PyObject *rows = rows_object(self, state, t);
        failed = rows ? PyDict_SetItem(dict, state->table_keys[t], rows) : -1;
        Py_XDECREF(rows);
    }
    if (collects) PyGC_Enable();
    if (failed) Py_CLEAR(dict);
    return dict;
}

static PyObject *parsed_metadata(parsed_object *self, PyObject *ignored) {
    (void)ignored;
    PyObject *dict = PyDict_New();
    if (dict && set_metadata(self, dict)) Py_CLEAR(dict);
    return dict;
}

static PyObject *parsed_text(parsed_object *self, void *closure) {
    (void)closure;
    return Py_XNewRef(text_of(self));
}

static PyObject *parsed_rejections(parsed_object *self, PyObject *ignored) {
    (void)ignored;
    uint32_t count;
    const ty_rejection *rejections = ty_report_rejections(self->report, &count);
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; list && i < count; i++) {
        PyObject *row = Py_BuildValue("(IIs)", rejections[i].start, rejections[i].end, ty_reason_texts[rejections[i].reason]);
        if (!row) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)i, row);
    }
    return list;
}

static PyObject *parsed_evidence(parsed_object *self, PyObject *arg) {
    static const char *const names[TY_WHY_COUNT] = {"bound", "change", "status", "years"};
    unsigned long quantity = PyLong_AsUnsignedLong(arg);
    uint32_t count;
    if (PyErr_Occurred()) return NULL;
    (void)ty_report_rows(self->report, TY_QUANTITIES, &count);
    if (quantity >= count) return PyErr_Format(PyExc_IndexError, "there are %u quantities", (unsigned)count);
    PyObject *list = PyList_New(0);
    for (int why = 0; list && why < TY_WHY_COUNT; why++) {
        ty_slice words = ty_report_why(self->report, (uint32_t)quantity, (ty_why)why);
        if (words.start >= words.end) continue;
        PyObject *row = Py_BuildValue("(sII)", names[why], words.start, words.end);
        if (!row || PyList_Append(list, row)) Py_CLEAR(list);
        Py_XDECREF(row);
    }
    return list;
}

static PyMethodDef parsed_methods[] = {
    {"evidence", (PyCFunction)parsed_evidence, METH_O,
     "evidence(quantity)\n--\n\n(field, start, end) of the words that decided a field of a row of quantities."},
    {"rejections", (PyCFunction)parsed_rejections, METH_NOARGS,
     "rejections()\n--\n\n(start, end, reason) of each numeral that is no row."},
    {"metadata", (PyCFunction)parsed_metadata, METH_NOARGS, "metadata()\n--\n\nThe report's head: as_dict() without the rows."},
    {"as_dict", (PyCFunction)parsed_as_dict, METH_NOARGS, "as_dict()\n--\n\nThe report as a dict of lists of dicts."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef parsed_getset[] = {
    {"text", (getter)parsed_text, NULL, "The text as given.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot parsed_slots[] = {
    {Py_tp_new, parsed_new},
    {Py_tp_dealloc, parsed_dealloc},
    {Py_tp_methods, parsed_methods},
    {Py_tp_getset, parsed_getset},
    {Py_tp_doc, "Parsed(lexicon, data, year=0, adcode=0, source=None, year_hint=0, adcode_hint=0, origin=0, marks=[])\n--\n\nOne parsed report."},
    {0, NULL},
};

PyType_Spec parsed_spec = {
    .name = "taiyuan_report._core.Parsed",
    .basicsize = sizeof(parsed_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = parsed_slots,
};
