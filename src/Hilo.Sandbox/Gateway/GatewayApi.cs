using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Hilo.Sandbox.Gateway;

/// <summary>The merchant's side of the gateway.</summary>
internal static class GatewayApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(RouteGroupBuilder gateway)
    {
        var payments = gateway.MapGroup("/payments").AddEndpointFilter(ActUpAsync);
        payments.MapPost("/", (HttpContext http, GatewayBook book) => OnceAsync<OpenGatewayPayment, GatewayPayment>(http, book,
            request => request.Read().Refused(out var problem, out var create) ? problem : book.Open(create),
            payment => View(http, payment), StatusCodes.Status201Created));
        payments.MapGet("/{id}", (string id, HttpContext http, GatewayBook book) => book.Find(id) is { } payment ? Answer(View(http, payment)) : Refuse(GatewayRefusals.NotFound));
        payments.MapGet("/search", (string? external_reference, HttpContext http, GatewayBook book) =>
            Answer(new GatewaySearchView([.. book.Search(external_reference ?? "").Select(payment => View(http, payment))])));
        payments.MapPost("/{id}/capture", (string id, HttpContext http, GatewayBook book) => OnceAsync<GatewayAmount, GatewayPayment>(http, book,
            request => WithAmount(book, id, request, amount => book.Capture(id, amount)), payment => View(http, payment)));
        payments.MapPost("/{id}/cancel", (string id, HttpContext http, GatewayBook book) => OnceAsync<GatewayAmount, GatewayPayment>(http, book,
            _ => book.Cancel(id), payment => View(http, payment)));
        payments.MapPost("/{id}/refunds", (string id, HttpContext http, GatewayBook book) => OnceAsync<GatewayAmount, GatewayRefund>(http, book,
            request => WithAmount(book, id, request, amount => book.Refund(id, amount)), refund => GatewayRefundView.Of(id, refund), StatusCodes.Status201Created));
        payments.MapGet("/{id}/refunds", (string id, GatewayBook book) => book.Find(id) is { } payment
            ? Answer(payment.Refunds.Select(refund => GatewayRefundView.Of(id, refund))) : Refuse(GatewayRefusals.NotFound));

        // What only a stand-in has: the payer's and the reviewer's hand, the faults, a clean slate.
        gateway.MapPost("/payments/{id}/card", async (string id, HttpContext http, GatewayBook book) =>
            await ReadAsync<GatewayCardChoice>(http) is { } choice && TestCards.TryParse(choice.Card, out var card)
                ? Outcome(book.Pay(id, card), payment => View(http, payment)) : Refuse(GatewayRefusals.BadRequest("card: approved, insufficient_funds or in_review.")));
        gateway.MapPost("/payments/{id}/review", async (string id, HttpContext http, GatewayBook book) =>
            await ReadAsync<GatewayReview>(http) is { } review
                ? Outcome(book.Review(id, review.Approve), payment => View(http, payment)) : Refuse(GatewayRefusals.BadRequest("approve: true or false.")));
        gateway.MapGet("/faults", (GatewayFaults faults) => Answer(faults.Plan));
        gateway.MapPut("/faults", async (HttpContext http, GatewayFaults faults) =>
        {
            if (await ReadAsync<GatewayFaultPlan>(http) is not { } plan) return Refuse(GatewayRefusals.BadRequest("Not a fault plan."));
            faults.Plan = plan;
            return Answer(plan);
        });
        gateway.MapDelete("/", (GatewayBook book, GatewayFaults faults) =>
        {
            book.Reset();
            faults.Clear();
            return Results.NoContent();
        });
    }

    public static string CheckoutAddress(HttpContext http, string id)
    {
        var request = http.Request;
        var home = http.RequestServices.GetRequiredService<IOptions<SandboxOptions>>().Value.PublicAddress?.TrimEnd('/')
            ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        var path = request.Path.Value!;
        return $"{home}{path[..path.IndexOf("/gateway", StringComparison.Ordinal)]}/gateway/pay/{id}";
    }

    private static async ValueTask<object?> ActUpAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var faults = http.RequestServices.GetRequiredService<GatewayFaults>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        if (faults.Silence is { Ticks: > 0 } silence)
        {
            await faults.KeepWaitingAsync(silence, http.RequestAborted);
            return Abort(http);
        }
        if (faults.Plan.DelayMs is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), clock, http.RequestAborted);
        if (faults.TakeFailure()) return Refuse(new Problem("internal_error", "The gateway failed before it did anything.", 500));
        var answer = await next(call);
        if (faults.Plan.HoldAnswersMs is > 0 and var hold) await faults.KeepWaitingAsync(TimeSpan.FromMilliseconds(hold), http.RequestAborted);
        return faults.TakeLostAnswer() ? Abort(http) : answer;
    }

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static Result<T> WithAmount<T>(GatewayBook book, string id, GatewayAmount request, Func<Money?, Result<T>> act)
    {
        if (request.Amount is null) return act(null);
        if (book.Find(id) is not { } payment) return GatewayRefusals.NotFound;
        return GatewayWire.TryAmount(request.Amount, payment.Amount.Currency, out var amount) ? act(amount) : GatewayRefusals.AmountOutOfRange;
    }

    private static async Task<IResult> OnceAsync<TRequest, T>(
        HttpContext http, GatewayBook book, Func<TRequest, Result<T>> act, Func<T, object> view, int status = StatusCodes.Status200OK)
        where TRequest : class where T : class
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 128) return Refuse(GatewayRefusals.KeyMissing);
        if (await BodyAsync(http) is not { } body) return Refuse(GatewayRefusals.BadRequest("The body is too large."));
        if (Parse<TRequest>(body) is not { } request) return Refuse(GatewayRefusals.BadRequest("The body is not the JSON that this call takes."));
        return Outcome(book.Once(key, $"{http.Request.Path} {body}", () => act(request)), view, status);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http) where T : class =>
        await BodyAsync(http) is { } body ? Parse<T>(body) : null;

    private static async Task<string?> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody) return null;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        return body.Length > LargestBody ? null : body;
    }

    private static T? Parse<T>(string body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(string.IsNullOrWhiteSpace(body) ? "{}" : body, GatewayWire.Json);
        }
        catch (JsonException)
        {
            return null; // Answered as 400 by every caller.
        }
    }

    private static GatewayPaymentView View(HttpContext http, GatewayPayment payment) => GatewayPaymentView.Of(payment, CheckoutAddress(http, payment.Id));

    private static IResult Outcome<T>(Result<T> outcome, Func<T, object> view, int status = StatusCodes.Status200OK) =>
        outcome.Refused(out var problem, out var value) ? Refuse(problem) : Answer(view(value), status);

    private static IResult Answer(object value, int status = StatusCodes.Status200OK) => Results.Json(value, GatewayWire.Json, statusCode: status);

    private static IResult Refuse(Problem problem) => Answer(new GatewayError(problem.Detail, problem.Code, problem.Status), problem.Status);
}
