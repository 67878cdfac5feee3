/* tables.c: Columns gathers reports; ArrowTable hands a table to any library by the Arrow PyCapsule protocol. */
#include "../arrow.h"
#include "binding.h"

#include <errno.h>
#include <string.h>

typedef struct columns_object {
    PyObject_HEAD
    ty_columns *columns;
    bool is_adding; /* a thread is, without the interpreter lock */
} columns_object;

typedef struct arrow_table_object {
    PyObject_HEAD
    struct ArrowSchema schema;
    struct ArrowArray array;
} arrow_table_object;

/* ---- Columns ---------------------------------------------------------------- */

static PyObject *columns_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"panel", NULL};
    int panel = 0;
    module_state *state = state_of_type(type);
    ty_error error = {0};
    if (!state || !PyArg_ParseTupleAndKeywords(args, kwargs, "|p:Columns", names, &panel)) return NULL;
    columns_object *self = (columns_object *)type->tp_alloc(type, 0);
    if (self && ty_columns_new(&ty_standard_allocator, panel, &self->columns, &error)) {
        Py_DECREF(self);
        return raise_error(state, &error);
    }
    return (PyObject *)self;
}

static void columns_dealloc(columns_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    ty_columns_free(self->columns);
    type->tp_free(self);
    Py_DECREF(type);
}

static bool is_free(const columns_object *self) {
    if (self->is_adding) PyErr_SetString(PyExc_RuntimeError, "another thread is adding to these columns; give each its own");
    return !self->is_adding;
}

static PyObject *columns_append(columns_object *self, PyObject *arg) {
    module_state *state = state_of_type(Py_TYPE(self));
    ty_error error = {0};
    ty_status status;
    if (!state || !is_free(self)) return NULL;
    if (!PyObject_TypeCheck(arg, state->parsed_type)) return PyErr_Format(PyExc_TypeError, "append takes a Parsed");
    parsed_object *parsed = (parsed_object *)arg;
    Py_ssize_t length = 0;
    const char *source = parsed->source == Py_None ? NULL : PyUnicode_AsUTF8AndSize(parsed->source, &length);
    if (!source && PyErr_Occurred()) return NULL;
    self->is_adding = true;
    Py_BEGIN_ALLOW_THREADS
    status = ty_columns_append(self->columns, parsed->report, source, (size_t)length, &error);
    Py_END_ALLOW_THREADS
    self->is_adding = false;
    if (status) return raise_error(state, &error);
    Py_RETURN_NONE;
}

static PyObject *columns_append_error(columns_object *self, PyObject *args) {
    const char *source, *member, *class, *message;
    module_state *state = state_of_type(Py_TYPE(self));
    ty_error error = {0};
    if (!state || !is_free(self) || !PyArg_ParseTuple(args, "zzss:append_error", &source, &member, &class, &message)) return NULL;
    if (ty_columns_append_error(self->columns, source, member, class, message, &error)) return raise_error(state, &error);
    Py_RETURN_NONE;
}

static PyObject *export_table(module_state *state, ty_columns *columns, int table) {
    ty_error error = {0};
    arrow_table_object *out = (arrow_table_object *)state->arrow_table_type->tp_alloc(state->arrow_table_type, 0);
    if (out && ty_columns_export(columns, table, &out->schema, &out->array, &error)) {
        Py_DECREF(out);
        return raise_error(state, &error);
    }
    return (PyObject *)out;
}

static PyObject *columns_finish(columns_object *self, PyObject *ignored) {
    (void)ignored;
    module_state *state = state_of_type(Py_TYPE(self));
    PyObject *dict = state && is_free(self) ? PyDict_New() : NULL;
    for (int t = 0; dict && t < TY_ARCHIVE_TABLE_COUNT; t++) {
        if (!ty_columns_gathers(self->columns, t)) continue;
        PyObject *table = export_table(state, self->columns, t);
        if (!table || PyDict_SetItemString(dict, ty_columns_name(t), table)) Py_CLEAR(dict);
        Py_XDECREF(table);
    }
    return dict;
}

static PyObject *columns_size(columns_object *self, void *closure) {
    (void)closure;
    return is_free(self) ? PyLong_FromSize_t(ty_columns_size(self->columns)) : NULL;
}

static PyGetSetDef columns_getset[] = {
    {"size", (getter)columns_size, NULL, "Bytes of all rows gathered.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef columns_methods[] = {
    {"append", (PyCFunction)columns_append, METH_O, "append(parsed)\n--\n\nAppend all rows of a report."},
    {"append_error", (PyCFunction)columns_append_error, METH_VARARGS,
     "append_error(source, member, error, message)\n--\n\nAppend a row to errors."},
    {"finish", (PyCFunction)columns_finish, METH_NOARGS, "finish()\n--\n\nThe tables by name; the columns are empty afterwards, and reports are counted on."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot columns_slots[] = {
    {Py_tp_new, columns_new},
    {Py_tp_dealloc, columns_dealloc},
    {Py_tp_methods, columns_methods},
    {Py_tp_getset, columns_getset},
    {Py_tp_doc, "Columns(panel=False)\n--\n\nThe rows of many reports, or the panel of their targets, as Arrow columns that grow."},
    {0, NULL},
};

PyType_Spec columns_spec = {
    .name = "taiyuan_report._core.Columns",
    .basicsize = sizeof(columns_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = columns_slots,
};

/* sheet(names, types, rows): an ArrowTable of a caller's own columns; types are s, i (int32), u (uint32) and f. */
static ty_status put_cell(ty_sheet *sheet, ty_type type, PyObject *value, ty_error *error) {
    if (type == TY_SLICE) {
        Py_ssize_t length = 0;
        const char *utf8 = value == Py_None ? NULL : PyUnicode_AsUTF8AndSize(value, &length);
        if (PyErr_Occurred()) return TY_NOT_TEXT;
        return ty_sheet_put_string(sheet, utf8, (size_t)length, error);
    }
    double number = value == Py_None ? 0 : PyFloat_AsDouble(value);
    if (PyErr_Occurred()) return TY_NOT_TEXT;
    return ty_sheet_put_number(sheet, number, value != Py_None, error);
}

static int put_rows(module_state *state, ty_sheet *sheet, const ty_type *types, Py_ssize_t width, PyObject *rows) {
    ty_error error = {0};
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(rows); i++) {
        PyObject *row = PyList_GET_ITEM(rows, i);
        if (!PyTuple_Check(row) || PyTuple_GET_SIZE(row) != width) {
            PyErr_SetString(PyExc_ValueError, "every row must be a tuple as wide as the sheet");
            return -1;
        }
        for (Py_ssize_t k = 0; k < width; k++)
            if (put_cell(sheet, types[k], PyTuple_GET_ITEM(row, k), &error)) {
                if (!PyErr_Occurred()) (void)raise_error(state, &error);
                return -1;
            }
    }
    return 0;
}

PyObject *make_sheet(PyObject *module, PyObject *args) {
    PyObject *names, *rows;
    const char *letters, *name_of[WIDEST_SHEET];
    ty_type types[WIDEST_SHEET];
    ty_sheet *sheet = NULL;
    ty_error error = {0};
    module_state *state = PyModule_GetState(module);
    arrow_table_object *out = NULL;
    if (!PyArg_ParseTuple(args, "O!sO!:sheet", &PyTuple_Type, &names, &letters, &PyList_Type, &rows)) return NULL;
    Py_ssize_t width = PyTuple_GET_SIZE(names);
    if (width < 1 || width > WIDEST_SHEET || (size_t)width != strlen(letters))
        return PyErr_Format(PyExc_ValueError, "a sheet has 1 to %d columns, each with a type", WIDEST_SHEET);
    for (Py_ssize_t i = 0; i < width; i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);
        if (!(name_of[i] = PyUnicode_AsUTF8(name))) return NULL;
        if (!strchr("siuf", letters[i])) return PyErr_Format(PyExc_ValueError, "no type of a column is called %c", letters[i]);
        types[i] = letters[i] == 's' ? TY_SLICE : letters[i] == 'i' ? TY_YEAR : letters[i] == 'u' ? TY_OFFSET : TY_NUMBER;
    }
    if (ty_sheet_new(&ty_standard_allocator, name_of, types, (uint32_t)width, &sheet, &error)) return raise_error(state, &error);
    if (!put_rows(state, sheet, types, width, rows)) {
        out = (arrow_table_object *)state->arrow_table_type->tp_alloc(state->arrow_table_type, 0);
        if (out && ty_sheet_export(sheet, &out->schema, &out->array, &error)) {
            Py_CLEAR(out);
            (void)raise_error(state, &error);
        }
    }
    ty_sheet_free(sheet);
    return (PyObject *)out;
}

/* ---- ArrowTable -------------------------------------------------------------- */

static void free_array(struct ArrowArray *array) {
    if (array && array->release) array->release(array);
    PyMem_Free(array);
}

static void free_schema(struct ArrowSchema *schema) {
    if (schema && schema->release) schema->release(schema);
    PyMem_Free(schema);
}

static void free_stream(struct ArrowArrayStream *stream) {
    if (stream && stream->release) stream->release(stream);
    PyMem_Free(stream);
}

static void release_array_capsule(PyObject *capsule) { free_array(PyCapsule_GetPointer(capsule, "arrow_array")); }
static void release_schema_capsule(PyObject *capsule) { free_schema(PyCapsule_GetPointer(capsule, "arrow_schema")); }
static void release_stream_capsule(PyObject *capsule) { free_stream(PyCapsule_GetPointer(capsule, "arrow_array_stream")); }

/* A stream of one batch; it holds views of its own, so it may outlive the table. */
typedef struct one_batch {
    struct ArrowSchema schema;
    struct ArrowArray array; /* released once it has been taken */
    bool failed;
} one_batch;

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    one_batch *batch = stream->private_data;
    ty_error error = {0};
    batch->failed = ty_arrow_share_schema(&batch->schema, out, &error) != TY_OK;
    return batch->failed ? ENOMEM : 0;
}

static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    one_batch *batch = stream->private_data;
    *out = batch->array;
    batch->array.release = NULL;
    return 0;
}

static const char *stream_error(struct ArrowArrayStream *stream) {
    return ((one_batch *)stream->private_data)->failed ? "out of memory" : NULL;
}

static void stream_release(struct ArrowArrayStream *stream) {
    one_batch *batch = stream->private_data;
    if (batch->schema.release) batch->schema.release(&batch->schema);
    if (batch->array.release) batch->array.release(&batch->array);
    PyMem_RawFree(batch);
    stream->release = NULL;
}

static PyObject *table_schema(arrow_table_object *self, PyObject *ignored) {
    (void)ignored;
    ty_error error = {0};
    struct ArrowSchema *schema = PyMem_Calloc(1, sizeof *schema);
    if (!schema || ty_arrow_share_schema(&self->schema, schema, &error)) {
        PyMem_Free(schema);
        return PyErr_NoMemory();
    }
    PyObject *capsule = PyCapsule_New(schema, "arrow_schema", release_schema_capsule);
    if (!capsule) free_schema(schema);
    return capsule;
}

static PyObject *table_array(arrow_table_object *self, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"requested_schema", NULL};
    PyObject *requested = Py_None;
    ty_error error = {0};
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:__arrow_c_array__", names, &requested)) return NULL;
    PyObject *schema = table_schema(self, NULL);
    if (!schema) return NULL;
    struct ArrowArray *array = PyMem_Calloc(1, sizeof *array);
    if (!array || ty_arrow_share(&self->array, array, &error)) {
        PyMem_Free(array);
        Py_DECREF(schema);
        return PyErr_NoMemory();
    }
    PyObject *capsule = PyCapsule_New(array, "arrow_array", release_array_capsule);
    if (capsule) return Py_BuildValue("(NN)", schema, capsule);
    free_array(array);
    Py_DECREF(schema);
    return NULL;
}

static PyObject *table_stream(arrow_table_object *self, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"requested_schema", NULL};
    PyObject *requested = Py_None;
    ty_error error = {0};
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "|O:__arrow_c_stream__", names, &requested)) return NULL;
    struct ArrowArrayStream *stream = PyMem_Calloc(1, sizeof *stream);
    one_batch *batch = PyMem_RawCalloc(1, sizeof *batch);
    if (!stream || !batch || ty_arrow_share_schema(&self->schema, &batch->schema, &error)) {
        PyMem_Free(stream);
        PyMem_RawFree(batch);
        return PyErr_NoMemory();
    }
    *stream = (struct ArrowArrayStream){stream_schema, stream_next, stream_error, stream_release, batch};
    if (ty_arrow_share(&self->array, &batch->array, &error)) {
        stream_release(stream);
        PyMem_Free(stream);
        return PyErr_NoMemory();
    }
    PyObject *capsule = PyCapsule_New(stream, "arrow_array_stream", release_stream_capsule);
    if (!capsule) free_stream(stream);
    return capsule;
}

/* Bit i of a validity buffer; a table of this module has one for each column, and no offset. */
static bool is_valid(const struct ArrowArray *array, int64_t i) {
    const uint8_t *bits = array->buffers[0];
    return !bits || bits[i / 8] >> i % 8 & 1;
}

static PyObject *large_string(const struct ArrowArray *array, int64_t i) {
    const int64_t *offsets = array->buffers[1];
    return PyUnicode_DecodeUTF8((const char *)array->buffers[2] + offsets[i], (Py_ssize_t)(offsets[i + 1] - offsets[i]), NULL);
}

/* The values of an enum, made once for the column. */
static PyObject *names_of(const struct ArrowArray *dictionary) {
    const int32_t *offsets = dictionary->buffers[1];
    PyObject *names = PyList_New((Py_ssize_t)dictionary->length);
    for (int64_t i = 0; names && i < dictionary->length; i++) {
        PyObject *name = PyUnicode_DecodeUTF8((const char *)dictionary->buffers[2] + offsets[i], offsets[i + 1] - offsets[i], NULL);
        if (!name) Py_CLEAR(names);
        else PyList_SET_ITEM(names, (Py_ssize_t)i, name);
    }
    return names;
}

static PyObject *pieces_of(const struct ArrowArray *array, int64_t i) {
    const int64_t *offsets = array->buffers[1];
    const uint32_t *starts = array->children[0]->children[0]->buffers[1], *ends = array->children[0]->children[1]->buffers[1];
    PyObject *list = PyList_New((Py_ssize_t)(offsets[i + 1] - offsets[i]));
    for (int64_t k = offsets[i]; list && k < offsets[i + 1]; k++) {
        PyObject *pair = Py_BuildValue("[II]", starts[k], ends[k]);
        if (!pair) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)(k - offsets[i]), pair);
    }
    return list;
}

static PyObject *value_of(const struct ArrowSchema *schema, const struct ArrowArray *array, PyObject *names, int64_t i) {
    if (!is_valid(array, i)) return Py_NewRef(Py_None);
    switch (schema->format[0]) {
    case 'I': return PyLong_FromUnsignedLong(((const uint32_t *)array->buffers[1])[i]);
    case 'i': return PyLong_FromLong(((const int32_t *)array->buffers[1])[i]);
    case 'g': return PyFloat_FromDouble(((const double *)array->buffers[1])[i]);
    case 'c': return Py_NewRef(PyList_GET_ITEM(names, ((const int8_t *)array->buffers[1])[i]));
    case '+': return pieces_of(array, i);
    default: return large_string(array, i);
    }
}

static PyObject *column_list(const struct ArrowSchema *schema, const struct ArrowArray *array) {
    PyObject *names = array->dictionary ? names_of(array->dictionary) : Py_NewRef(Py_None);
    PyObject *list = names ? PyList_New((Py_ssize_t)array->length) : NULL;
    for (int64_t i = 0; list && i < array->length; i++) {
        PyObject *value = value_of(schema, array, names, i);
        if (!value) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)i, value);
    }
    Py_XDECREF(names);
    return list;
}

static PyObject *table_columns(arrow_table_object *self, PyObject *ignored) {
    (void)ignored;
    PyObject *dict = PyDict_New();
    for (int64_t i = 0; dict && i < self->schema.n_children; i++) {
        PyObject *list = column_list(self->schema.children[i], self->array.children[i]);
        if (!list || PyDict_SetItemString(dict, self->schema.children[i]->name, list)) Py_CLEAR(dict);
        Py_XDECREF(list);
    }
    return dict;
}

static Py_ssize_t table_length(arrow_table_object *self) { return (Py_ssize_t)self->array.length; }

static PyObject *table_names(arrow_table_object *self, void *closure) {
    (void)closure;
    PyObject *list = PyList_New((Py_ssize_t)self->schema.n_children);
    for (int64_t i = 0; list && i < self->schema.n_children; i++) {
        PyObject *name = PyUnicode_FromString(self->schema.children[i]->name);
        if (!name) Py_CLEAR(list);
        else PyList_SET_ITEM(list, (Py_ssize_t)i, name);
    }
    return list;
}

static void table_dealloc(arrow_table_object *self) {
    PyTypeObject *type = Py_TYPE(self);
    if (self->schema.release) self->schema.release(&self->schema);
    if (self->array.release) self->array.release(&self->array);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyMethodDef table_methods[] = {
    {"__arrow_c_schema__", (PyCFunction)table_schema, METH_NOARGS, "__arrow_c_schema__()\n--\n\nThe schema, as a capsule."},
    {"__arrow_c_array__", (PyCFunction)(void (*)(void))table_array, METH_VARARGS | METH_KEYWORDS,
     "__arrow_c_array__(requested_schema=None)\n--\n\nSchema and rows, as capsules."},
    {"__arrow_c_stream__", (PyCFunction)(void (*)(void))table_stream, METH_VARARGS | METH_KEYWORDS,
     "__arrow_c_stream__(requested_schema=None)\n--\n\nThe rows as a stream of one batch, as a capsule."},
    {"columns", (PyCFunction)table_columns, METH_NOARGS, "columns()\n--\n\nA dict of lists."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef table_getset[] = {
    {"column_names", (getter)table_names, NULL, "The names of the columns.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot arrow_table_slots[] = {
    {Py_tp_dealloc, table_dealloc},
    {Py_tp_methods, table_methods},
    {Py_tp_getset, table_getset},
    {Py_sq_length, table_length},
    {Py_tp_doc, "One table in Arrow's memory format; any dataframe library takes it as it is."},
    {0, NULL},
};

PyType_Spec arrow_table_spec = {
    .name = "taiyuan_report._core.ArrowTable",
    .basicsize = sizeof(arrow_table_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = arrow_table_slots,
};
