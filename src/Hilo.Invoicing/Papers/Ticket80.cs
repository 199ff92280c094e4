namespace Hilo.Invoicing;

/// <summary>A document for a printer of 80 mm, of which 72 print: pure black, one column, as long as its text.</summary>
internal static class Ticket80
{
    private const double Wide = 226.77, Margin = 12, Right = Wide - Margin, Middle = Wide / 2;

    public static byte[] Draw(Paper paper)
    {
        var longest = 900 + paper.Lines.Count * 60.0;
        var roll = new PdfPaper(Wide, longest, $"{paper.Title} · {paper.Issuer.ShopName}");
        roll.NewPage();
        var issuer = paper.Issuer;
        var y = Centered(roll, Sign(roll, paper) + 18, issuer.Name, $"CUIT {Paper.CuitOf(issuer.Cuit)}", Paper.ConditionOf(issuer.Condition), Paper.AddressOf(issuer.Address),
            $"Ingresos Brutos {issuer.GrossIncomeNumber ?? "no contribuyente"}", issuer.ActivityStartedOn is { } on ? $"Inicio de actividades {Paper.Day(FiscalDay.FromNumber(on))}" : null);
        y = Stitch(roll, y);
        roll.Text(Middle, y + 12, $"{paper.Kind.ToUpperInvariant()} {paper.Letter}", 13.5, roll.Bold, At.Center);
        y = Centered(roll, y + 26, [$"Código N° {paper.Code}", .. paper.LetterLegends, $"N° {paper.Number}", $"Fecha {Paper.Day(paper.Date)}"]);
        y = Stitch(roll, y);
        var receiver = paper.Receiver;
        y = roll.Lines(Margin, y + 10, receiver.Name, 9.4, Right - Margin, 12, roll.Bold);
        if (receiver.DocumentType is { } type) y = roll.Lines(Margin, y, $"{type} {receiver.DocumentNumber}", 9.4, Right - Margin, 12);
        y = roll.Lines(Margin, y, receiver.Condition, 9.4, Right - Margin, 12);
        if (receiver.Address is { } address) y = roll.Lines(Margin, y, address, 9.4, Right - Margin, 12);
        foreach (var fact in paper.Abroad) y = roll.Lines(Margin, y, $"{fact.Label} {fact.Amount}", 9.4, Right - Margin, 12);
        if (paper.Corrects is { } corrects) y = roll.Lines(Margin, y, $"Corrige {corrects}", 9.4, Right - Margin, 12);
        y = Stitch(roll, y - 6);
        foreach (var line in paper.Lines) y = Line(roll, paper, line, y);
        y = Stitch(roll, y);
        foreach (var total in paper.Totals) y = Pair(roll, y, total.Label, total.Amount, 9.4);
        roll.Text(Margin, y + 18, "TOTAL", 16, roll.Bold);
        roll.Text(Right, y + 18, paper.Total, 16, roll.Bold, At.Right);
        y += 30;
        if (paper.Sale is { } sale) y = Pair(roll, y, "Condición de venta", sale, 9.4);
        if (paper.OrderNumber is { } number) y = Pair(roll, y, "Pedido", number, 9.4);
        if (paper.Transparency is { } transparency)
        {
            y = Stitch(roll, y);
            y = roll.Lines(Margin, y + 9, "Régimen de Transparencia Fiscal al Consumidor (Ley 27.743)", 8.6, Right - Margin, 11, roll.Bold) - 8;
            foreach (var total in transparency) y = Pair(roll, y, total.Label, total.Amount, 8.6);
        }
        foreach (var legend in paper.Legends) y = roll.Lines(Margin, y + 12, legend, 8, Right - Margin, 10);
        y = Stitch(roll, y);
        roll.Text(Margin, y + 14, $"{paper.CaeName} N° {paper.Cae}", 12, roll.Bold);
        roll.Text(Margin, y + 29, $"Fecha de Vto. {paper.CaeExpires}", 12);
        // 40 mm: a third more than scanners want.
        roll.Qr(Middle - 57, y + 36, 114, paper.Qr);
        y += 158;
        if (paper.Watermark is { } mark) roll.Text(Middle, y + 6, mark, 10, roll.Bold, At.Center);
        roll.CutAt(y + 24);
        return roll.ToFile();
    }

    /// <summary>Logo, name, or one above the other.</summary>
    private static double Sign(PdfPaper roll, Paper paper)
    {
        var y = 10.0;
        if (paper.Logo is { } logo)
        {
            y += roll.Picture(logo, Middle, y, logo.IsWide ? (170, 60) : (56, 56), At.Center).High;
            if (logo.IsWide) return y;
            y += 4;
        }
        var size = 19.0;
        while (roll.Bold.WidthOf(paper.Issuer.ShopName) * size > Right - Margin && size > 9) size -= 0.5;
        roll.Text(Middle, y + 18, paper.Issuer.ShopName, size, roll.Bold, At.Center);
        return y + 18;
    }

    private static double Line(PdfPaper roll, Paper paper, PaperLine line, double y)
    {
        var end = roll.Lines(Margin, y + 11, line.Text, 9.6, 140, 12, roll.Bold);
        roll.Text(Right, y + 11, line.Total, 9.6, roll.Bold, At.Right);
        roll.Text(Margin, end, $"{line.Quantity}{(line.IsCounted ? " u" : "")} × {line.UnitPrice}{(paper.ShowsRates ? $" · IVA {line.Rate}" : "")}", 8.8);
        if (line.Discount is not { } discount) return end + 4;
        roll.Text(Margin, end + 11, "Bonificación", 8.8);
        roll.Text(Right, end + 11, discount, 8.8, at: At.Right);
        return end + 15;
    }

    private static double Pair(PdfPaper roll, double y, string label, string amount, double size)
    {
        roll.Text(Margin, y + 11, label, size);
        roll.Text(Right, y + 11, amount, size, at: At.Right);
        return y + 13;
    }

    private static double Centered(PdfPaper roll, double y, params string?[] lines)
    {
        foreach (var line in lines) if (line is not null) y = roll.Lines(Middle, y, line, 9.2, Right - Margin, 12, at: At.Center);
        return y - 6;
    }

    private static double Stitch(PdfPaper roll, double y)
    {
        roll.Line(Margin, y + 6, Right, y + 6, 0.8, dash: "4 3");
        return y + 12;
    }
}
