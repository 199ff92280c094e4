using Hilo.Client;
using Microsoft.Playwright;

namespace Hilo.Journeys;

/// <summary>Every kind of page that shoppers see, read by axe-core in both lights and at both widths.</summary>
public class Reading_shop_screens
{
    [Theory, InABrowser(OnOneDatabase = true)]
    public async Task No_page_has_a_serious_finding(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        await using var browser = await Phone.OpenAsync(shop.Address);
        var (page, found) = (browser.Page, new List<string>());

        await ReadAsync("/", "/buscar", "/buscar?q=zapallo", "/producto/campera-de-jean-tafi", "/sucursales", "/arrepentimiento", "/ingresar", "/nada");
        await ReadAsync("/producto/campera-de-jean-tafi?option.talle=M&cp=1414");
        await page.ClickAsync("form[action='/carrito/agregar'] button");
        await ReadAsync("/carrito", "/comprar");
        await page.FillAsync("#email", "sofia@ejemplo.com.ar");
        await page.FillAsync("#name", "Sofía Bentancur");
        await page.ClickAsync("form[action='/comprar/datos'] button[type=submit]");
        await ReadAsync("/comprar");
        await page.ClickAsync($"input[value='{goods.Palermo.Id}']");
        await page.ClickAsync("form[action='/comprar/entrega'] button[type=submit]");
        await ReadAsync("/comprar");
        await page.ClickAsync($"input[value='{nameof(Tender.Cash)}']");
        await page.ClickAsync("button[form=pagar]");
        await page.WaitForURLAsync("**/pedido/**");
        await ReadAsync(new Uri(page.Url).PathAndQuery);

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));

        async Task ReadAsync(params string[] addresses)
        {
            foreach (var address in addresses)
            {
                // Opened again in the other light: colors that are on their way from one to the other would be read as they pass.
                await LookAsync(ColorScheme.Dark, 390);
                await page.GotoAsync(address);
                await FitsAsync(address, 390);
                await LookAsync(ColorScheme.Dark, 1280);
                found.AddRange(await Axe.SeriousAsync(page));
                await LookAsync(ColorScheme.Light, 1280);
                await page.GotoAsync(address);
                await FitsAsync(address, 1280);
                await LookAsync(ColorScheme.Light, 390);
                found.AddRange(await Axe.SeriousAsync(page));
                await LookAsync(ColorScheme.Light, 320);
                await FitsAsync(address, 320);
            }
            await LookAsync(ColorScheme.Light, 390);
        }

        async Task LookAsync(ColorScheme scheme, int width)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        }

        async Task FitsAsync(string address, int width) =>
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width} px.");
    }
}
