using System.Globalization;
using System.Net;
using Hilo.Sandbox.Pages;
using static Hilo.Sandbox.Pages.Markup;

namespace Hilo.Sandbox.Gateway;

/// <summary>What the payer sees, and a list of payments for the person who plays the bank.</summary>
internal static class CheckoutPage
{
    private static readonly CultureInfo Argentina = CultureInfo.GetCultureInfo("es-AR");

    public static void Map(RouteGroupBuilder gateway)
    {
        gateway.MapGet("/pay/{id}", (string id, GatewayBook book) => book.Find(id) is { } payment
            ? Page.Show("Pagar · Pasarela de prueba", "../../", payment.Status == GatewayStatus.Pending ? Choose(payment) : Done(payment)) : Missing());
        gateway.MapPost("/pay/{id}", PayAsync);
        gateway.MapGet("/", (GatewayBook book) => Page.Show("Pagos · Pasarela de prueba", "", Overview(book.All)));
        gateway.MapPost("/review/{id}", async (string id, HttpRequest request, GatewayBook book) =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            book.Review(id, form["outcome"] == "approve");
            return SeeOther($"{request.PathBase}{request.Path.Value![..request.Path.Value!.IndexOf("/review/", StringComparison.Ordinal)]}");
        });
    }

    private static async Task<IResult> PayAsync(string id, HttpRequest request, GatewayBook book, GatewayFaults faults, WebhookSender webhooks)
    {
        if (book.Find(id) is not { } payment) return Missing();
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["card"] == "cancel") book.Cancel(id);
        else if (TestCards.TryParse(form["card"], out var card)) book.Pay(id, card); // A second click finds the payment decided and only goes back.
        else return Page.Show("Pagar · Pasarela de prueba", "../../", Choose(payment), StatusCodes.Status400BadRequest);
        if (faults.Plan.Webhooks == WebhookTiming.BeforeReturn) await webhooks.FirstTryAsync(id).WaitAsync(request.HttpContext.RequestAborted);
        return SeeOther(ReturnAddress(book.Find(id)!));
    }

    private static string ReturnAddress(GatewayPayment payment)
    {
        var query = $"payment_id={payment.Id}&status={payment.Status}&external_reference={Uri.EscapeDataString(payment.ExternalReference)}";
        return new UriBuilder(payment.ReturnUrl) { Query = payment.ReturnUrl.Query is { Length: > 1 } own ? $"{own[1..]}&{query}" : query }.Uri.ToString();
    }

    private static Markup Choose(GatewayPayment payment) => Html($"""
        <header class="top"><div><b>Pasarela de prueba</b><small>Ningún pago es real</small></div></header>
        <main class="narrow">
        <section class="card">
        <div><p class="muted">{(payment.Description.Length == 0 ? "Tu compra" : payment.Description)}</p><h1 class="amount">{Amount(payment.Amount)}</h1></div>
        <hr class="stitch">
        <form method="post">
        <fieldset>
        <legend>Elegí una tarjeta de prueba</legend>
        <label class="choice"><input type="radio" name="card" value="approved" checked><span>Aprobada<small>Visa terminada en 4242</small></span></label>
        <label class="choice"><input type="radio" name="card" value="insufficient_funds"><span>Rechazada: fondos insuficientes<small>Mastercard terminada en 0051</small></span></label>
        <label class="choice"><input type="radio" name="card" value="in_review"><span>En revisión<small>Cabal terminada en 3030; se decide después</small></span></label>
        </fieldset>
        <button class="main">Pagar {Amount(payment.Amount)}</button>
        </form>
        <form method="post"><button name="card" value="cancel">Cancelar y volver a la tienda</button></form>
        <p class="muted">Referencia <span class="reference">{payment.ExternalReference}</span></p>
        </section>
        </main>
        """);

    private static Markup Done(GatewayPayment payment) => Html($"""
        <header class="top"><div><b>Pasarela de prueba</b><small>Ningún pago es real</small></div></header>
        <main class="narrow">
        <section class="card">
        <div><p class="tag {payment.Status}">{Words(payment)}</p><h1 class="amount">{Amount(payment.Amount)}</h1></div>
        <a class="button" href="{ReturnAddress(payment)}">Volver a la tienda</a>
        </section>
        </main>
        """);

    private static Markup Overview(IReadOnlyList<GatewayPayment> payments) => Html($"""
        <header class="top"><div><b>Pasarela de prueba</b><small>Los pagos que pidió la tienda</small></div></header>
        <main>
        <h1>Pagos</h1>
        {(payments.Count == 0 ? Html($"<p class=\"muted\">Todavía no hay pagos.</p>") : Html($"<ul class=\"list\">{Join(payments.Take(200).Select(Row))}</ul>"))}
        </main>
        """);

    private static Markup Row(GatewayPayment payment) => Html($"""
        <li><div class="item"><b>{(payment.Description.Length == 0 ? payment.ExternalReference : payment.Description)}</b><b class="num">{Amount(payment.Amount)}</b>
        <span class="muted">{payment.Id} · {payment.ExternalReference}</span><span class="tag {payment.Status}">{Words(payment)}</span>
        {(payment.Status == GatewayStatus.InProcess ? Html($"""<form class="inline" method="post" action="gateway/review/{payment.Id}"><button name="outcome" value="approve">Aprobar</button><button name="outcome" value="reject">Rechazar</button></form>""") : None)}
        {(payment.Status == GatewayStatus.Pending ? Html($"""<a href="gateway/pay/{payment.Id}">Abrir la página de pago</a>""") : None)}
        </div></li>
        """);

    private static string Words(GatewayPayment payment) => payment.Status switch
    {
        GatewayStatus.Pending => "Espera el pago",
        GatewayStatus.InProcess => "En revisión",
        GatewayStatus.Authorized => "Autorizado",
        GatewayStatus.Approved => payment.Refunds.Count == 0 ? "Aprobado" : $"Aprobado, {Amount(payment.Refunded)} devuelto",
        GatewayStatus.Rejected => payment.StatusDetail == "cc_rejected_insufficient_amount" ? "Rechazado: fondos insuficientes" : "Rechazado",
        GatewayStatus.Cancelled => "Cancelado",
        _ => "Devuelto",
    };

    private static string Amount(Money amount) =>
        (amount.Currency == Currency.Ars ? "$ " : amount.Currency.Code + " ") + amount.Amount.ToString(amount.Currency.Exponent == 0 ? "N0" : "N2", Argentina);

    private static IResult Missing() => Page.Show("No existe", "../../", Html($"""
        <header class="top"><div><b>Pasarela de prueba</b></div></header>
        <main class="narrow"><section class="card"><h1>Este pago no existe</h1><p>La pasarela de prueba guarda los pagos en memoria y los olvida cuando se detiene. Volvé a la tienda y empezá el pago otra vez.</p></section></main>
        """), StatusCodes.Status404NotFound);

    private static IResult SeeOther(string address) => new Redirect303(address);

    private sealed class Redirect303(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = (int)HttpStatusCode.SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
