using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>A document on A4: letter box in the middle of the head, issuer left, number right; the agency's QR and the CAE at the foot of every page.</summary>
internal static class SheetA4
{
    private const double Wide = 595.28, High = 841.89, Margin = 42, Right = Wide - Margin;
    private const double FootTop = 712, LastLine = 690;
    private const string Ink = "0.09 0.10 0.17", Soft = "0.36 0.38 0.46", Hair = "0.84 0.84 0.82";

    public static byte[] Draw(Paper paper)
    {
        var sheet = new PdfPaper(Wide, High, $"{paper.Title} · {paper.Issuer.ShopName}");
        var y = Begin(sheet, paper, first: true);
        foreach (var line in paper.Lines)
        {
            var text = sheet.Broken(line.Text, 9.2, 186, sheet.Regular);
            var high = Math.Max(text.Count, line.Discount is null ? 1 : 2) * 12.5 + 9;
            if (y + high > LastLine) y = Begin(sheet, paper, first: false);
            Row(sheet, paper, line, text, y);
            y += high;
            sheet.Line(Margin, y, Right, y, 0.5, Hair);
        }
        var block = 46 + paper.Totals.Count * 15 + (paper.Transparency is null ? 0 : 62) + paper.Legends.Count * 30 + (paper.Corrects is null ? 0 : 16);
        if (y + block > LastLine) y = Begin(sheet, paper, first: false);
        End(sheet, paper, y + 8);
        for (var page = 0; page < sheet.Pages; page++)
        {
            var number = page;
            sheet.OnPage(page, () => sheet.Text(166, 790, string.Create(CultureInfo.InvariantCulture, $"Página {number + 1} de {sheet.Pages}"), 8.2, color: Soft));
        }
        return sheet.ToFile();
    }

    private static double Begin(PdfPaper sheet, Paper paper, bool first)
    {
        sheet.NewPage();
        if (paper.Watermark is { } mark) sheet.Watermark(mark, 40, 34);
        Head(sheet, paper);
        Foot(sheet, paper);
        var y = 152.0;
        sheet.Line(Margin, y, Right, y, 1.4, "0.72 0.45 0", "7 5");
        y = first ? Receiver(sheet, paper, y + 20) : y + 18;
        sheet.Line(Margin, y, Right, y, 0.9, Ink);
        var head = y + 15;
        sheet.Text(Margin + 2, head, "Código", 8.6, sheet.Bold, color: Ink);
        sheet.Text(130, head, "Detalle", 8.6, sheet.Bold, color: Ink);
        sheet.Text(352, head, "Cantidad", 8.6, sheet.Bold, At.Right, Ink);
        sheet.Text(440, head, paper.ShowsRates ? "Precio neto" : "Precio unitario", 8.6, sheet.Bold, At.Right, Ink);
        if (paper.ShowsRates) sheet.Text(484, head, "IVA", 8.6, sheet.Bold, At.Right, Ink);
        sheet.Text(Right - 2, head, "Subtotal", 8.6, sheet.Bold, At.Right, Ink);
        sheet.Line(Margin, y + 23, Right, y + 23, 0.9, Ink);
        return y + 23;
    }

    private static void Head(PdfPaper sheet, Paper paper)
    {
        var issuer = paper.Issuer;
        Sign(sheet, paper);
        sheet.Text(Margin, 84, issuer.Name, 9.4, sheet.Bold, color: Ink);
        var y = sheet.Lines(Margin, 98, Paper.AddressOf(issuer.Address), 9.2, 210, 13, color: Soft);
        sheet.Text(Margin, y, Paper.ConditionOf(issuer.Condition), 9.2, color: Soft);

        sheet.Box(266, 32, 63, 54, 1, Ink);
        sheet.Text(297.6, 66, paper.Letter, 34, sheet.Bold, At.Center, Ink);
        sheet.Text(297.6, 80, $"Código N° {paper.Code}", 7.4, at: At.Center, color: Ink);
        var legend = 97.0;
        foreach (var text in paper.LetterLegends) legend = sheet.Lines(297.6, legend, text, 7, 110, 9, sheet.Bold, At.Center, Ink);

        sheet.Text(Right, 54, paper.Kind, 21, sheet.Bold, At.Right, Ink);
        sheet.Text(Right, 73, $"N° {paper.Number}", 12.4, sheet.Bold, At.Right, Ink);
        Fact(sheet, 94, "Fecha de emisión", Paper.Day(paper.Date));
        Fact(sheet, 108, "CUIT", Paper.CuitOf(issuer.Cuit));
        Fact(sheet, 122, "Ingresos Brutos", issuer.GrossIncomeNumber ?? "No contribuyente");
        if (issuer.ActivityStartedOn is { } on) Fact(sheet, 136, "Inicio de actividades", Paper.Day(FiscalDay.FromNumber(on)));
    }

    /// <summary>What shoppers know the shop by: its logo, its name, or both.</summary>
    private static void Sign(PdfPaper sheet, Paper paper)
    {
        const double Room = 208;
        var (name, left, middle) = (paper.Issuer.ShopName, Margin, 51.0);
        if (paper.Logo is { } logo)
        {
            var (wide, high) = sheet.Picture(logo, Margin, 28, (Room, 41));
            if (logo.IsWide) return;
            (left, middle) = (left + wide + 9, 28 + high / 2);
        }
        // Long names step down until they leave the letter its room.
        var size = 25.0;
        while (sheet.Bold.WidthOf(name) * size > Margin + Room - left && size > 11) size -= 1;
        sheet.Text(left, middle + size * 0.36, name, size, sheet.Bold, color: Rgb(paper.Issuer.BrandColor));
    }

    private static void Fact(PdfPaper sheet, double y, string label, string value)
    {
        sheet.Text(Right, y, value, 9.4, sheet.Bold, At.Right, Ink);
        sheet.Text(Right - sheet.Bold.WidthOf(value) * 9.4 - 4, y, label, 9.2, at: At.Right, color: Soft);
    }

    private static double Receiver(PdfPaper sheet, Paper paper, double y)
    {
        var receiver = paper.Receiver;
        var left = new List<(string Label, string Value)> { ("Cliente", receiver.Name) };
        if (receiver.DocumentType is { } type) left.Add((type, receiver.DocumentNumber!));
        if (receiver.Address is { } address) left.Add(("Domicilio", address));
        var right = new List<(string Label, string Value)> { ("Condición frente al IVA", receiver.Condition) };
        if (paper.Sale is { } sale) right.Add(("Condición de venta", sale));
        if (paper.OrderNumber is { } number) right.Add(("Pedido", number));
        if (paper.Corrects is { } corrects) right.Add(("Comprobante asociado", corrects));
        right.AddRange(paper.Abroad.Select(fact => (fact.Label, fact.Amount)));
        var (ends, end) = (Pairs(sheet, Margin, y, left, 258), Pairs(sheet, 318, y, right, 234));
        return Math.Max(ends, end) + 4;
    }

    private static double Pairs(PdfPaper sheet, double x, double y, List<(string Label, string Value)> pairs, double room)
    {
        foreach (var (label, value) in pairs)
        {
            sheet.Text(x, y, label, 9.2, color: Soft);
            var indent = sheet.Regular.WidthOf(label) * 9.2 + 6;
            y = sheet.Lines(x + indent, y, value, 9.4, room - indent, 13, label == "Cliente" ? sheet.Bold : null, color: Ink) + 3;
        }
        return y;
    }

    private static void Row(PdfPaper sheet, Paper paper, PaperLine line, IReadOnlyList<string> text, double y)
    {
        var at = y + 15;
        var code = line.Sku;
        var size = 9.2;
        while (sheet.Regular.WidthOf(code) * size > 80 && size > 6) size -= 0.4;
        sheet.Text(Margin + 2, at, code, size, color: Soft);
        for (var i = 0; i < text.Count; i++) sheet.Text(130, at + i * 12.5, text[i], 9.2, color: Ink);
        sheet.Text(352, at, line.Quantity, 9.2, at: At.Right, color: Ink);
        sheet.Text(440, at, line.UnitPrice, 9.2, at: At.Right, color: Ink);
        if (line.Discount is { } discount) sheet.Text(440, at + 12.5, $"Bonif. {discount}", 8.2, at: At.Right, color: Soft);
        if (paper.ShowsRates) sheet.Text(484, at, line.Rate, 9.2, at: At.Right, color: Ink);
        sheet.Text(Right - 2, at, line.Total, 9.2, at: At.Right, color: Ink);
    }

    private static void End(PdfPaper sheet, Paper paper, double y)
    {
        foreach (var total in paper.Totals)
        {
            sheet.Text(330, y + 10, total.Label, 9.4, color: Soft);
            sheet.Text(Right - 2, y + 10, total.Amount, 9.4, at: At.Right, color: Ink);
            y += 15;
        }
        if (paper.Totals.Count > 0) sheet.Line(330, y + 3, Right, y + 3, 0.9, Ink);
        sheet.Text(330, y + 24, "Total", 15, sheet.Bold, color: Ink);
        sheet.Text(Right - 2, y + 24, paper.Total, 15, sheet.Bold, At.Right, Ink);
        y += 42;
        foreach (var legend in paper.Legends) y = sheet.Lines(Margin, y + 8, legend, 8.2, Right - Margin, 10.5, color: Soft) + 4;
        if (paper.Transparency is not { } transparency) return;
        sheet.Box(Margin, y, 300, 54, 0.7, "0.72 0.72 0.70");
        sheet.Text(Margin + 10, y + 16, "Régimen de Transparencia Fiscal al Consumidor (Ley 27.743)", 8.8, sheet.Bold, color: Ink);
        for (var i = 0; i < transparency.Count; i++)
        {
            sheet.Text(Margin + 10, y + 31 + i * 13, transparency[i].Label, 8.8, color: Ink);
            sheet.Text(Margin + 290, y + 31 + i * 13, transparency[i].Amount, 8.8, at: At.Right, color: Ink);
        }
    }

    private static void Foot(PdfPaper sheet, Paper paper)
    {
        // 36 mm with its quiet zone: more than the 30 that scanners want.
        sheet.Qr(Margin - 8, FootTop, 108, paper.Qr);
        sheet.Text(166, 752, "Comprobante autorizado", 10.4, sheet.Bold, color: Ink);
        sheet.Lines(166, 766, "Esta Agencia no se responsabiliza por los datos ingresados en el detalle de la operación.", 8.2, 190, 10.5, color: Soft);
        sheet.Text(Right, 776, $"{paper.CaeName} N° {paper.Cae}", 12.2, sheet.Bold, At.Right, Ink);
        sheet.Text(Right, 792, $"Fecha de Vto. {paper.CaeExpires}", 12, at: At.Right, color: Ink);
    }

    private static string Rgb(string color) => string.Join(' ', new[] { 1, 3, 5 }.Select(i =>
        (int.Parse(color.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).ToString("0.###", CultureInfo.InvariantCulture)));
}
