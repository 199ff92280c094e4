using System.Net;
using System.Text;
using Hilo.Payments.Attempts;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

public class Hearing_webhooks
{
    private const string Secret = "a secret of this test";

    [Theory, EveryDatabase]
    public async Task The_same_delivery_is_kept_once_and_answered_every_time(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var (attempt, body) = await PaidQuietlyAsync(shop);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(shop, "EVT1", body)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        await CardShop.BecomesTrueAsync(async () => (await shop.ShowAsync(attempt.Sale)).State == PaymentState.Captured);
        Assert.Equal(1, await KeptAsync(shop));
    }

    [Theory, EveryDatabase]
    public async Task A_forged_one_is_refused_counted_and_not_kept(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var (attempt, body) = await PaidQuietlyAsync(shop);
        var counted = 0L;
        using var meter = new System.Diagnostics.Metrics.MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "hilo.payments.webhooks.unproven") listener.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref counted, more));
        meter.Start();

        HttpStatusCode[] answers =
        [
            await SendAsync(shop, "EVT1", body, secret: "another secret"),
            await SendAsync(shop, "EVT1", body, signed: body + " "),
            await SendAsync(shop, "EVT1", body, age: TimeSpan.FromHours(1)),
            await SendAsync(shop, "EVT1", body, signature: "nonsense"),
            await SendAsync(shop, "EVT1", body, signature: ""),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(shop, "EVT1", body, provider: "nobody"));
        Assert.True(Interlocked.Read(ref counted) >= 5);
        Assert.Equal(0, await KeptAsync(shop));
        Assert.Equal(PaymentState.Pending, (await shop.ShowAsync(attempt.Sale)).State);
    }

    [Theory, EveryDatabase]
    public async Task What_it_does_not_know_is_kept_and_what_is_not_ours_fails(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(shop, "EVT1", """{"type":"weather","data":{"id":"rain"}}"""));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(shop, "EVT2", "not json at all"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(shop, "EVT3", """{"type":"payment","data":{"id":"PAYNOBODY"}}"""));

        await CardShop.BecomesTrueAsync(async () => (await StatesAsync(shop)).SequenceEqual(["failing", "ignored_unknown", "ignored_unknown"]));
    }

    [Theory, EveryDatabase]
    public async Task Reordered_and_repeated_webhooks_end_in_the_same_money(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { ReorderWebhooks = true, DuplicateWebhooks = true };
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(attempt, "in_review");
        shop.Bank.Review(shop.Bank.All[0].Id, approve: true);

        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).State == PaymentState.Captured);
        Assert.Single(await shop.EventsOfAsync<PaymentCaptured>());
    }

    private static async Task<(CardAttempt Attempt, string Body)> PaidQuietlyAsync(CardShop shop)
    {
        shop.Faults.Plan = new GatewayFaultPlan { Webhooks = WebhookTiming.Never };
        var attempt = await shop.OpensAsync(Given.ASale(), 100);
        await shop.ChoosesAsync(attempt);
        return (attempt, $$$"""{"type":"payment","data":{"id":"{{{shop.Bank.All[0].Id}}}"}}""");
    }

    private static async Task<HttpStatusCode> SendAsync(
        CardShop shop, string eventId, string body, string secret = Secret, string? signed = null, TimeSpan age = default, string? signature = null, string provider = "test")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/payments/{provider}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Event-Id", eventId);
        request.Headers.TryAddWithoutValidation("X-Signature", signature ?? WebhookSender.Sign(secret, shop.Clock.GetUtcNow() - age, eventId, signed ?? body));
        using var answer = await shop.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<int> KeptAsync(CardShop shop) => (await StatesAsync(shop)).Count;

    private static Task<List<string>> StatesAsync(CardShop shop) => shop.DoAsync(services =>
        services.GetRequiredService<DbSession>().QueryAsync($"select state from payments_provider_events order by state", row => row.GetString(0), CancellationToken.None));
}
