using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Printing_a_document
{
    public static bool IsBlind => Environment.GetEnvironmentVariable("HILO_REQUIRE_ALL") != "1" && !(File.Exists("/usr/bin/pdftotext") && File.Exists("/usr/bin/zbarimg"));

    private static readonly DocumentLine[] Lines =
    [
        Given.Line("CAM-TAFI-AZ-M", "Campera de jean Tafí · azul clásico · M", 48_900),
        Given.Line("JEA-CHAC-IN-38", "Jean recto Chacarita con una descripción que no entra en un solo renglón de la hoja · índigo · 38", 39_900, 2, discount: 7_980),
        Given.Delivery(6_900),
    ];

    [Fact(Skip = "Needs Debian's poppler-utils and zbar-tools.", SkipWhen = nameof(IsBlind), SkipType = typeof(Printing_a_document))]
    public void Carries_every_mandatory_element_in_text_that_another_program_reads()
    {
        var paper = Paper.Of(Given.AnAuthorized(Given.Invoice(ReceiverFacts.Anonymous), Lines), null, Norms.Known);
        var whole = paper.Total;
        foreach (var (file, name) in new[] { (SheetA4.Draw(paper), "factura-b-a4"), (Ticket80.Draw(paper), "factura-b-80") })
        {
            Keep(name, file);
            var text = TextOf(file);
            foreach (var wanted in (string[])
            [
                "Casa Retama S.A.", "30-00000001-5", "IVA responsable inscripto", "901-123456-7", "01/03/2019", "Gurruchaga 1687", "Código N° 006", "N° 00005-00012847", "28/11/2026",
                "Sofía Bentancur", "Consumidor final", "Campera de jean Tafí", "R-10482", whole, "Régimen de Transparencia Fiscal al Consumidor (Ley 27.743)", "IVA contenido",
                "Otros impuestos nacionales indirectos", "C.A.E. N° 75471234567761", "Fecha de Vto. 08/12/2026",
            ]) Assert.Contains(wanted, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("SIN VALIDEZ", text, StringComparison.Ordinal);
            Assert.Equal(paper.Qr, QrOf(file));
        }
    }

    [Fact(Skip = "Needs Debian's poppler-utils and zbar-tools.", SkipWhen = nameof(IsBlind), SkipType = typeof(Printing_a_document))]
    public void Shows_net_prices_rates_and_the_vat_apart_on_class_A()
    {
        var receiver = Given.Company with { Condition = 6 };
        var invoice = Given.AnAuthorized(Given.Invoice(receiver), Lines, Given.OnPaper(FiscalEnvironment.Sandbox), name: receiver.Name);
        var paper = Paper.Of(invoice, null, Norms.Known);
        Keep("factura-a-a4", SheetA4.Draw(paper));
        Keep("factura-a-80", Ticket80.Draw(paper));
        var text = TextOf(SheetA4.Draw(paper));
        foreach (var wanted in (string[])["CUIT", "30-71234567-1", "Neto gravado 21 %", "IVA 21 %", "Ley Nº 27.618"]) Assert.Contains(wanted, text, StringComparison.Ordinal);

        // A text across the page is read in the order it was drawn.
        Assert.Contains("DEMO · SIN VALIDEZ FISCAL", TextOf(SheetA4.Draw(paper), "-raw"), StringComparison.Ordinal);

        var note = DecideVoucher.Note(invoice.Decided, FiscalDocumentKind.CreditNote, Given.Registered, Given.On(FiscalDay.Of(Given.Noon)));
        var credit = SheetA4.Draw(Paper.Of(Given.AnAuthorized(note, [Lines[0]], Given.OnPaper(), invoice, 31, receiver.Name), invoice, Norms.Known));
        Keep("nota-a4", credit);
        Assert.Contains("Factura A 00005-00012847", TextOf(credit), StringComparison.Ordinal);
    }

    [Fact(Skip = "Needs Debian's poppler-utils and zbar-tools.", SkipWhen = nameof(IsBlind), SkipType = typeof(Printing_a_document))]
    public void Goes_on_over_pages_with_the_foot_on_each_and_is_the_same_at_every_print()
    {
        var many = Enumerable.Range(1, 70).Select(i => Given.Line($"SKU-{i:D3}", $"Prenda número {i}", 1_000 + i)).ToArray();
        var document = Given.AnAuthorized(Given.Invoice(ReceiverFacts.Anonymous), many);
        var file = SheetA4.Draw(Paper.Of(document, null, Norms.Known));
        Keep("larga-a4", file);
        var pages = TextOf(file).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 1);
        Assert.All(pages, (page, i) => Assert.Contains($"Página {i + 1} de {pages.Length}", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("75471234567761", page, StringComparison.Ordinal));
        Assert.Equal(file, SheetA4.Draw(Paper.Of(document, null, Norms.Known)));
        Assert.InRange(file.Length, 5_000, 90_000);
    }

    [Fact]
    public void Says_in_its_QR_what_the_agency_s_own_example_says()
    {
        var voucher = new Voucher(1, 10, 94, 1, 80, 20000000001, new DateOnly(2020, 10, 13), 12_100_00, 0, 10_000_00, 0, 0, 2_100_00, "DOL", 65m, 1, [], []);
        var text = QrText.Of(voucher with { Date = new DateOnly(2026, 10, 13) }, "30000000007", "70417054367476", Given.On(new DateOnly(2026, 10, 13)));
        Assert.StartsWith("https://www.arca.gob.ar/fe/qr/?p=", text, StringComparison.Ordinal);
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(text[text.IndexOf("?p=", StringComparison.Ordinal)..][3..]));
        Assert.Equal(
            """{"ver":1,"fecha":"2026-10-13","cuit":30000000007,"ptoVta":10,"tipoCmp":1,"nroCmp":94,"importe":12100.00,"moneda":"DOL","ctz":65,"tipoDocRec":80,"nroDocRec":20000000001,"tipoCodAut":"E","codAut":70417054367476}""",
            json);
        Assert.Equal(12_100m, JsonDocument.Parse(json).RootElement.GetProperty("importe").GetDecimal());
    }

    /// <summary>What poppler reads, in the order of the page.</summary>
    internal static string TextOf(byte[] file, string mode = "-layout") => With(file, path => string.Join('\f', Run("pdftotext", mode, path, "-").Split('\f').Select(page =>
        string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));

    /// <summary>What zbar sees on the rendered page.</summary>
    internal static string QrOf(byte[] file) => With(file, path =>
    {
        Run("pdftoppm", "-r", "150", "-gray", "-singlefile", path, path);
        try
        {
            return Run("zbarimg", "--quiet", "--raw", path + ".pgm").Trim();
        }
        finally
        {
            File.Delete(path + ".pgm");
        }
    });

    /// <summary>Red, green and blue at a point of the rendered page, in points from its top left corner.</summary>
    internal static byte[] PixelOf(byte[] file, int x, int y, int page = 1) => With(file, path =>
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        Run("pdftoppm", "-r", "72", "-f", number, "-l", number, "-x", $"{x}", "-y", $"{y}", "-W", "1", "-H", "1", "-singlefile", path, path);
        try
        {
            return File.ReadAllBytes(path + ".ppm")[^3..];
        }
        finally
        {
            File.Delete(path + ".ppm");
        }
    });

    private static T With<T>(byte[] file, Func<string, T> read)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hilo-{IId<OrderId>.New()}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            return read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false })!;
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return said;
    }

    /// <summary>For the eye: <c>HILO_PAPERS=folder</c> keeps what was printed.</summary>
    internal static void Keep(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("HILO_PAPERS") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".pdf"), file);
    }
}
