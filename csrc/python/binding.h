/* binding.h: the extension module. It knows the C interface in taiyuan.h and nothing else of reports. */
#ifndef TY_BINDING_H
#define TY_BINDING_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "../taiyuan.h"

enum { MOST_FIELDS = 32, WIDEST_SHEET = 1024 };

typedef struct module_state {
    PyTypeObject *lexicon_type, *parsed_type, *columns_type, *arrow_table_type, *words_type, *counter_type;
    PyObject *errors;                                       /* taiyuan_report.errors, imported when first needed */
    PyObject *table_keys[TY_TABLE_COUNT];                   /* interned */
    PyObject *field_keys[TY_TABLE_COUNT][MOST_FIELDS];      /* interned */
    PyObject *blank_rows[TY_TABLE_COUNT];                   /* a dict with all keys, None each: rows are copies */
    PyObject *enum_values[TY_TABLE_COUNT][MOST_FIELDS][16]; /* interned; [0] is unused */
} module_state;

typedef struct lexicon_object {
    PyObject_HEAD
    ty_lexicon *lexicon;
    ty_pool *pool;      /* of the reports that are parsed with it */
    PyObject *words;    /* a Words object that the lexicon borrows from, or NULL */
    PyObject **strings; /* str of each string of the lexicon */
    uint32_t string_count;
} lexicon_object;

typedef struct parsed_object {
    PyObject_HEAD
    lexicon_object *lexicon;
    ty_report *report;
    PyObject *text;   /* str; made when first needed if bytes were parsed */
    PyObject *source; /* str or None */
} parsed_object;

extern PyType_Spec lexicon_spec, parsed_spec, columns_spec, arrow_table_spec, words_spec, counter_spec;
extern struct PyModuleDef core_module;

module_state *state_of_type(PyTypeObject *type);
/* sheet(names, types, rows), in tables.c. */
PyObject *make_sheet(PyObject *module, PyObject *args);
/* Raise what a ty_error says; NULL. */
PyObject *raise_error(module_state *state, const ty_error *error);
/* The same, with the name (a str) of what is at fault before the message. */
PyObject *raise_error_of(module_state *state, const ty_error *error, PyObject *name);
/* A str of code points. */
PyObject *str_of_word(ty_word word);

/* The dictionary of a Words object, which takes no more words from now on; give it back with return_words. */
const ty_words *borrow_words(PyObject *words);
void return_words(PyObject *words);

#endif
