package export

import (
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"

	"github.com/qawl-nlp/qawl/quotes"
)

// Limits of a row group, which a parquet.Writer holds in memory until it is
// full: the rows, and the bytes of their texts before compression.
const (
	groupRows  = 50_000
	groupBytes = 16 << 20
)

// parquetSpan is a member of a list column.
type parquetSpan struct {
	Text  string `parquet:"text"`
	Start int32  `parquet:"start"`
	End   int32  `parquet:"end"`
}

// columnar is Apache Parquet: one row a statement, one typed column a field,
// compressed by zstd. No column is optional; what is unknown is empty, as in
// [quotes.Record].
type columnar struct {
	writer  *parquet.GenericWriter[any]
	columns []field
	row     reflect.Value // a pointer to a struct with the columns as fields
	rows    int           // in the row group
	bytes   int           // of text in the row group
}

func newParquet(w io.Writer, columns []field, _ Options) (Writer, error) {
	members := make([]reflect.StructField, len(columns))
	for i, f := range columns {
		members[i] = parquetMember(f, i)
	}
	row := reflect.New(reflect.StructOf(members))
	return &columnar{
		writer: parquet.NewGenericWriter[any](w, parquet.NewSchema("statement", parquet.SchemaOf(row.Interface())),
			parquet.Compression(&parquet.Zstd), parquet.CreatedBy("qawl", "", "")),
		columns: columns,
		row:     row,
	}, nil
}

// parquetMember is the i-th member of the struct of a row.
func parquetMember(f field, i int) reflect.StructField {
	m := reflect.StructField{Name: "F" + string(rune('A'+i/26)) + string(rune('A'+i%26))}
	tag := f.name
	switch f.value(&row{doc: &quotes.Document{}}).(type) {
	case string:
		m.Type = reflect.TypeFor[string]()
		if f.few {
			tag += ",dict"
		}
	case int:
		m.Type = reflect.TypeFor[int32]()
	case float64:
		m.Type = reflect.TypeFor[float64]()
	case []string:
		m.Type, tag = reflect.TypeFor[[]string](), tag+",list"
	case []quotes.RecordSpan:
		m.Type, tag = reflect.TypeFor[[]parquetSpan](), tag+",list"
	}
	m.Tag = reflect.StructTag(`parquet:"` + tag + `"`)
	return m
}

func (c *columnar) Write(d *quotes.Document, statements []quotes.Statement) error {
	for _, r := range rows(d, statements) {
		for i, f := range c.columns {
			c.set(c.row.Elem().Field(i), f.value(&r))
		}
		if _, err := c.writer.Write([]any{c.row.Interface()}); err != nil {
			return err
		}
		if c.rows++; c.rows < groupRows && c.bytes < groupBytes {
			continue
		}
		if err := c.writer.Flush(); err != nil {
			return err
		}
		c.rows, c.bytes = 0, 0
	}
	return nil
}

// set puts the value of a field into the member m of the row.
func (c *columnar) set(m reflect.Value, value any) {
	switch v := value.(type) {
	case string:
		c.bytes += len(v)
		m.SetString(v)
	case int:
		m.SetInt(int64(v))
	case []quotes.RecordSpan:
		spans := make([]parquetSpan, len(v))
		for i, s := range v {
			c.bytes += len(s.Text)
			spans[i] = parquetSpan{s.Text, int32(s.Start), int32(s.End)}
		}
		m.Set(reflect.ValueOf(spans))
	default:
		m.Set(reflect.ValueOf(v))
	}
}

func (c *columnar) Close() error { return c.writer.Close() }
