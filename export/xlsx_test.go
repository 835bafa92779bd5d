package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/qawl-nlp/qawl/quotes"
)

// sheets are what the workbook of dam holds.
var sheets = map[string][][]string{
	statementSheet: {
		{"القول", "النوع", "القائل", "الصفة", "فعل القول", "السياق", "المقال", "العنوان", "التاريخ", "الفقرة", "البداية", "النهاية", "الثقة"},
		{
			"لن نفتح السد قبل انتهاء موسم الأمطار", "مباشر", "سامي البدري", "وزير الري المهندس", "قال",
			"قال وزير الري المهندس سامي البدري: «لن نفتح السد قبل انتهاء موسم الأمطار».",
			"dam", "لا فتح للسد قبل الشتاء", "2025-03-09", "2", "60", "96", "0.9",
		},
		{
			"لجنة فنية ستزور حوض النهر الشهر المقبل", "غير مباشر", "سامي البدري", "وزير الري المهندس", "وأضاف",
			"وأضاف البدري أن لجنة فنية ستزور حوض النهر الشهر المقبل.",
			"dam", "لا فتح للسد قبل الشتاء", "2025-03-09", "3", "116", "154", "0.9",
		},
		{
			"المزارعين «لا يملكون رفاهية الانتظار» هذا العام", "مختلط", "هدى الكيلاني", "رئيسة جمعية «سنابل»", "وأكدت",
			"وأكدت رئيسة جمعية «سنابل» هدى الكيلاني أن المزارعين «لا يملكون رفاهية الانتظار» هذا العام.",
			"dam", "لا فتح للسد قبل الشتاء", "2025-03-09", "4", "199", "246", "0.9",
		},
	},
	speakerSheet: {
		{"القائل", "الصفة", "نوع القائل", "الجنس", "المقالات", "الأقوال", "مباشر", "مختلط", "غير مباشر"},
		{"سامي البدري", "وزير الري المهندس", "شخص", "ذكر", "1", "2", "1", "0", "1"},
		{"هدى الكيلاني", "رئيسة جمعية «سنابل»", "شخص", "أنثى", "1", "1", "0", "1", "0"},
	},
}

func TestXLSX(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(export(t, "xlsx", Options{}, dam, quiet)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if diff := cmp.Diff([]string{statementSheet, speakerSheet}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for name, want := range sheets {
		got, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if view, err := f.GetSheetView(name, 0); err != nil || view.RightToLeft == nil || !*view.RightToLeft {
			t.Errorf("%s does not run from right to left: %v", name, err)
		}
		if panes, err := f.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", name, panes, err)
		}
		if width, err := f.GetColWidth(name, "A"); err != nil || width < 20 {
			t.Errorf("%s: column A is %v wide, %v", name, width, err)
		}
		if kind, err := f.GetCellType(name, "F2"); err != nil || (kind == excelize.CellTypeInlineString) != (name == statementSheet) {
			t.Errorf("%s: F2 is of type %v, %v", name, kind, err)
		}
	}
	names := f.GetDefinedName() // excelize names what is filtered
	if len(names) != 2 || !strings.Contains(names[0].RefersTo+names[1].RefersTo, "$A$1:$M$4") {
		t.Errorf("filters: %+v", names)
	}
}

// TestXLSXInLibreOffice opens the workbook in another program.
func TestXLSXInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("libreoffice")
	if err != nil {
		t.Skip("LibreOffice is not installed; apt-get install libreoffice-calc")
	}
	dir := t.TempDir()
	book := filepath.Join(dir, "dam.xlsx")
	if err := os.WriteFile(book, export(t, "xlsx", Options{}, dam, quiet), 0o600); err != nil {
		t.Fatal(err)
	}
	// Comma, quotation mark, UTF-8, from line 1; cells as shown; every sheet to a file of its own.
	const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", filter, "--outdir", dir, book).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, want := range sheets {
		data, err := os.ReadFile(filepath.Join(dir, "dam-"+name+".csv"))
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		got, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestFitting cuts what is longer than a cell, and says so.
func TestFitting(t *testing.T) {
	const most = excelize.TotalCellChars
	for _, tt := range []struct{ in, want string }{
		{strings.Repeat("ق", most), strings.Repeat("ق", most)},
		{strings.Repeat("ق", most+1), strings.Repeat("ق", most-1) + "…"},
		{strings.Repeat("𐤀", most/2), strings.Repeat("𐤀", most/2)},
		{"ق" + strings.Repeat("𐤀", most/2), "ق" + strings.Repeat("𐤀", most/2)},
		{"قق" + strings.Repeat("𐤀", most/2), "قق" + strings.Repeat("𐤀", most/2-1) + "…"},
	} {
		if got := fitting(tt.in); got != tt.want {
			t.Errorf("%d bytes become %d, expected %d", len(tt.in), len(got), len(tt.want))
		}
	}
}

func TestXLSXTellsItsLimit(t *testing.T) {
	w, err := New("xlsx", &bytes.Buffer{}, Options{Fields: []string{"id"}})
	if err != nil {
		t.Fatal(err)
	}
	w.(checked).Writer.(*workbook).row = excelize.TotalRows - 1
	s := []quotes.Statement{statements(t, dam)[0]}
	if err := w.Write(dam, s); err != nil {
		t.Fatal(err)
	}
	err = w.Write(dam, s)
	if err == nil {
		t.Fatal("no error in row 1,048,577")
	}
	contains(t, err.Error(), `document "dam"`, "1048576 rows", "parquet")
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}
