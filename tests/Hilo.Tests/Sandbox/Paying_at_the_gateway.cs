using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Hilo.Sandbox.Gateway;
using static Hilo.Tests.Sandbox.SandboxHost;

namespace Hilo.Tests.Sandbox;

public class Paying_at_the_gateway
{
    [Fact]
    public async Task An_approved_card_sends_the_payer_back_and_tells_the_merchant()
    {
        await using var sandbox = await StartAsync();
        var id = await sandbox.OpenedAsync();

        var answer = await sandbox.ChooseAsync(id, "approved");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"?pedido=7&payment_id={id}&status=approved&external_reference=sale-1", answer.Headers.Location!.Query);
        var payment = await sandbox.PaymentAsync(id);
        Assert.Equal(("approved", "1234.50"), ((string)payment["status"]!, (string)payment["captured_amount"]!));
        Assert.Equal("approved", (await sandbox.Merchant.NextAsync()).Status);
    }

    [Theory]
    [InlineData("insufficient_funds", "rejected", "cc_rejected_insufficient_amount")]
    [InlineData("in_review", "in_process", "pending_review_manual")]
    [InlineData("cancel", "cancelled", "by_collector")]
    public async Task Every_other_choice_ends_as_it_says(string card, string status, string detail)
    {
        await using var sandbox = await StartAsync();
        var id = await sandbox.OpenedAsync();

        await sandbox.ChooseAsync(id, card);

        var payment = await sandbox.PaymentAsync(id);
        Assert.Equal((status, detail), ((string)payment["status"]!, (string)payment["status_detail"]!));
    }

    [Fact]
    public async Task A_review_ends_approved_or_rejected()
    {
        await using var sandbox = await StartAsync();
        var (good, bad) = (await sandbox.OpenedAsync("good"), await sandbox.OpenedAsync("bad"));
        foreach (var id in new[] { good, bad }) await sandbox.ChooseAsync(id, "in_review");

        await sandbox.PostAsync($"/sandbox/gateway/payments/{good}/review", null, new { approve = true });
        await sandbox.PostAsync($"/sandbox/gateway/payments/{bad}/review", null, new { approve = false });

        Assert.Equal("approved", (string)(await sandbox.PaymentAsync(good))["status"]!);
        Assert.Equal("rejected", (string)(await sandbox.PaymentAsync(bad))["status"]!);
    }

    [Fact]
    public async Task The_same_key_opens_one_payment_and_refuses_another_body()
    {
        await using var sandbox = await StartAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (string)(await ReadAsync(await sandbox.OpenAsync(key: "k")))["id"]!));
        var other = await sandbox.OpenAsync(amount: "1.00", key: "k");
        var without = await sandbox.PostAsync("/sandbox/gateway/payments", null, new { });

        Assert.Single(ids.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task Refunds_add_up_to_what_was_captured_and_no_further()
    {
        await using var sandbox = await StartAsync();
        var id = await sandbox.OpenedAsync(amount: "100.00");
        await sandbox.ChooseAsync(id, "approved");
        var refunds = $"/sandbox/gateway/payments/{id}/refunds";

        var part = await ReadAsync(await sandbox.PostAsync(refunds, "r1", new { amount = "30.00" }));
        var again = await ReadAsync(await sandbox.PostAsync(refunds, "r1", new { amount = "30.00" }));
        var tooMuch = await sandbox.PostAsync(refunds, "r2", new { amount = "70.01" });
        var rest = await sandbox.PostAsync(refunds, "r3", new { });

        Assert.Equal((string)part["id"]!, (string)again["id"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMuch.StatusCode);
        Assert.Equal("70.00", (string)(await ReadAsync(rest))["amount"]!);
        var payment = await sandbox.PaymentAsync(id);
        Assert.Equal(("refunded", "100.00"), ((string)payment["status"]!, (string)payment["refunded_amount"]!));
    }

    [Fact]
    public async Task Held_money_is_captured_or_let_go()
    {
        await using var sandbox = await StartAsync();
        var (taken, dropped) = (await sandbox.OpenedAsync("taken", capture: false), await sandbox.OpenedAsync("dropped", capture: false));
        foreach (var id in new[] { taken, dropped }) await sandbox.ChooseAsync(id, "approved");
        Assert.Equal("authorized", (string)(await sandbox.PaymentAsync(taken))["status"]!);

        await sandbox.PostAsync($"/sandbox/gateway/payments/{taken}/capture", "c1", new { amount = "1000.00" });
        await sandbox.PostAsync($"/sandbox/gateway/payments/{dropped}/cancel", "c2", new { });

        Assert.Equal("1000.00", (string)(await sandbox.PaymentAsync(taken))["captured_amount"]!);
        Assert.Equal("cancelled", (string)(await sandbox.PaymentAsync(dropped))["status"]!);
    }

    [Fact]
    public async Task A_webhook_is_signed_over_its_time_id_and_body_and_repeated_until_taken()
    {
        await using var sandbox = await StartAsync();
        sandbox.Merchant.Busy = 2;
        await sandbox.ChooseAsync(await sandbox.OpenedAsync(), "approved");

        var heard = await sandbox.Merchant.NextAsync();

        var timestamp = heard.Signature.Split(',')[0]["ts=".Length..];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}.{heard.EventId}.{heard.Body}"));
        Assert.Equal($"ts={timestamp},v1={Convert.ToHexStringLower(mac)}", heard.Signature);
    }

    [Fact]
    public async Task The_page_escapes_what_the_merchant_wrote_and_holds_a_strict_policy()
    {
        await using var sandbox = await StartAsync();
        var created = await ReadAsync(await sandbox.OpenAsync());

        var page = await sandbox.Http.GetAsync((string)created["checkout_url"]!);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("Pedido &lt;de&gt; prueba", html, StringComparison.Ordinal);
        Assert.Contains("$ 1.234,50", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("1,50")]
    [InlineData("NaN")]
    public async Task An_absurd_amount_is_refused(string amount)
    {
        await using var sandbox = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.OpenAsync(amount: amount)).StatusCode);
    }
}
