using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Art;

namespace Hilo.Tests.Fiscal;

public class Bearing_the_logo
{
    private static readonly byte[] White = [255, 255, 255], Red = [200, 30, 40], Leaf = [0x1F, 0x4D, 0x3A];

    public static bool IsBlind => Printing_a_document.IsBlind;

    [Fact(Skip = "Needs Debian's poppler-utils.", SkipWhen = nameof(IsBlind), SkipType = typeof(Bearing_the_logo))]
    public void A_narrow_one_stands_beside_the_name_and_what_is_clear_of_it_lets_the_paper_through()
    {
        var paper = PaperWith(ShopSign.Png());
        foreach (var (file, name, left, top) in new[] { (SheetA4.Draw(paper), "logo-a4", 42, 30), (Ticket80.Draw(paper), "logo-80", 86, 10) })
        {
            Printing_a_document.Keep(name, file);
            Assert.StartsWith("Casa Retama Casa Retama S.A.", Printing_a_document.TextOf(file, "-raw"), StringComparison.Ordinal);
            Shows(White, file, left + 1, top + 1);
            Shows(Leaf, file, left + 5, top + 24);
        }
    }

    [Fact(Skip = "Needs Debian's poppler-utils.", SkipWhen = nameof(IsBlind), SkipType = typeof(Bearing_the_logo))]
    public void A_wide_one_takes_the_place_of_the_name_on_every_page_and_is_kept_once()
    {
        var lines = Enumerable.Range(1, 70).Select(i => Given.Line($"SKU-{i:D3}", $"Prenda {i}", 1_000 + i)).ToArray();
        var banner = PngWriter.Write([.. Enumerable.Repeat(Red, 1_600 * 300).SelectMany(pixel => pixel)], 1_600, 300);
        var sheet = SheetA4.Draw(PaperWith(banner, lines));
        Printing_a_document.Keep("logo-ancho-a4", sheet);
        var pages = Printing_a_document.TextOf(sheet, "-raw").Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 1);
        Assert.All(pages, page => Assert.StartsWith("Casa Retama S.A.", page, StringComparison.Ordinal));
        for (var page = 1; page <= pages.Length; page++) Shows(Red, sheet, 100, 45, page);
        Assert.InRange(sheet.Length - SheetA4.Draw(PaperWith(null, lines)).Length, 0, 5_000);

        var ticket = Ticket80.Draw(PaperWith(banner, lines));
        Printing_a_document.Keep("logo-ancho-80", ticket);
        Assert.StartsWith("Casa Retama S.A.", Printing_a_document.TextOf(ticket, "-raw"), StringComparison.Ordinal);
        Shows(Red, ticket, 113, 20);
    }

    [Fact]
    public void Papers_and_pages_agree_on_which_one_is_wide()
    {
        // Made smaller for paper, this one would be twice as wide as high.
        foreach (var (width, isWide) in new[] { (1_199, false), (1_200, true) })
        {
            var logo = LogoPicture.Read(PngWriter.Write(new byte[width * 600 * 3], width, 600)).Value();
            Assert.Equal((isWide, isWide), (PdfPicture.Of(logo).IsWide, new LogoView(IId<FileId>.New(), "/files/a", logo.Width, logo.Height).IsWide));
        }
    }

    [Theory, EveryDatabase]
    public async Task Documents_keep_the_one_of_their_day(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        await GiveAsync(accountant, ShopSign.Png());
        await accountant.Sells();
        var first = Assert.Single(await accountant.SettledAsync(1));
        var (printed, ticket) = (await PrintAsync(accountant, first), await TicketAsync(accountant, first));

        await GiveAsync(accountant, PngWriter.Write(new byte[320 * 100 * 3], 320, 100));
        await accountant.Sells("L");
        var second = (await accountant.SettledAsync(2)).Single(d => d.Id != first.Id);
        Assert.Null(await accountant.Owner.Merchant.RemoveLogoAsync());
        await accountant.Sells();
        var third = (await accountant.SettledAsync(3)).Single(d => d.Id != first.Id && d.Id != second.Id);

        Assert.Equal(printed, await PrintAsync(accountant, first));
        Assert.Equal(ticket, await TicketAsync(accountant, first));
        Assert.NotEqual(first.Says.Issuer.Logo, second.Says.Issuer.Logo);
        Assert.NotNull(second.Says.Issuer.Logo);
        Assert.Null(third.Says.Issuer.Logo);
        Assert.Equal([true, true, false], new[] { printed, await PrintAsync(accountant, second), await PrintAsync(accountant, third) }.Select(HasPicture));
    }

    private static async Task GiveAsync(Accountant accountant, byte[] png)
    {
        using var stream = new MemoryStream(png);
        (await accountant.Owner.Merchant.SaveLogoAsync(stream)).Value();
    }

    private static async Task<byte[]> PrintAsync(Accountant accountant, FiscalDocument document) => (await accountant.Owner.Invoicing.PrintAsync(document.Id)).Value();

    private static async Task<byte[]> TicketAsync(Accountant accountant, FiscalDocument document) => (await accountant.Owner.Invoicing.PrintAsync(document.Id, size: "80mm")).Value();

    private static bool HasPicture(byte[] file) => file.AsSpan().IndexOf("/Subtype /Image"u8) > 0;

    /// <summary>Rendering rounds.</summary>
    private static void Shows(byte[] color, byte[] file, int x, int y, int page = 1) =>
        Assert.All(Printing_a_document.PixelOf(file, x, y, page).Zip(color), pair => Assert.InRange(pair.First, pair.Second - 2, pair.Second + 2));

    private static Paper PaperWith(byte[]? logo, DocumentLine[]? lines = null) => Paper.Of(
        Given.AnAuthorized(Given.Invoice(ReceiverFacts.Anonymous), lines ?? [Given.Line("CAM", "Campera", 12_100)]), null, Norms.Known, logo is null ? null : PdfPicture.Of(LogoPicture.Read(logo).Value()));
}
