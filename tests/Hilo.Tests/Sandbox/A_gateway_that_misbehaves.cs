using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hilo.Sandbox.Gateway;
using static Hilo.Tests.Sandbox.SandboxHost;

namespace Hilo.Tests.Sandbox;

public class A_gateway_that_misbehaves
{
    [Fact]
    public async Task Loses_its_answer_after_it_acted_and_can_be_searched()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { LoseAnswers = 1 };

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.OpenAsync("lost"));

        var found = await sandbox.Http.GetFromJsonAsync<JsonNode>("/sandbox/gateway/payments/search?external_reference=lost");
        var id = (string)Assert.Single(found!["results"]!.AsArray())!["id"]!;
        Assert.Equal(id, (string)(await ReadAsync(await sandbox.OpenAsync("lost")))["id"]!);
    }

    [Fact]
    public async Task Fails_before_it_acts()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { FailBefore = 1 };

        Assert.Equal(HttpStatusCode.InternalServerError, (await sandbox.OpenAsync()).StatusCode);
        Assert.Empty(sandbox.Of<GatewayBook>().All);
    }

    [Fact]
    public async Task Stays_silent_and_does_nothing()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { SilentMs = 600_000 };

        await Assert.ThrowsAsync<TimeoutException>(() => sandbox.OpenAsync().WaitAsync(TimeSpan.FromMilliseconds(100)));

        sandbox.GatewayFaults.Clear();
        Assert.Empty(sandbox.Of<GatewayBook>().All);
        Assert.Equal(HttpStatusCode.Created, (await sandbox.OpenAsync()).StatusCode);
    }

    [Fact]
    public async Task Declines_every_card_and_gives_the_reason()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { Decline = "high_risk" };
        var id = await sandbox.OpenedAsync();

        await sandbox.ChooseAsync(id, "approved");

        Assert.Equal("cc_rejected_high_risk", (string)(await sandbox.PaymentAsync(id))["status_detail"]!);
    }

    [Fact]
    public async Task Approves_another_amount()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { AmountDifference = -0.50m };
        var id = await sandbox.OpenedAsync();

        await sandbox.ChooseAsync(id, "approved");

        Assert.Equal("1234.00", (string)(await sandbox.PaymentAsync(id))["captured_amount"]!);
    }

    [Fact]
    public async Task Says_everything_twice()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { DuplicateWebhooks = true };

        await sandbox.ChooseAsync(await sandbox.OpenedAsync(), "approved");

        var (first, second) = (await sandbox.Merchant.NextAsync(), await sandbox.Merchant.NextAsync());
        Assert.Equal(first.EventId, second.EventId);
    }

    [Fact]
    public async Task Tells_the_later_change_before_the_earlier_one()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { ReorderWebhooks = true };
        var id = await sandbox.OpenedAsync();

        await sandbox.ChooseAsync(id, "approved");
        await sandbox.PostAsync($"/sandbox/gateway/payments/{id}/refunds", "r", new { });

        Assert.Equal(("refunded", "approved"), ((await sandbox.Merchant.NextAsync()).Status, (await sandbox.Merchant.NextAsync()).Status));
    }

    [Fact]
    public async Task Lets_the_webhook_overtake_the_payer()
    {
        await using var sandbox = await StartAsync();
        sandbox.GatewayFaults.Plan = new GatewayFaultPlan { Webhooks = WebhookTiming.BeforeReturn };

        await sandbox.ChooseAsync(await sandbox.OpenedAsync(), "approved");

        Assert.Equal(1, sandbox.Merchant.Count);
    }

    [Fact]
    public async Task Takes_its_faults_over_HTTP()
    {
        await using var sandbox = await StartAsync();

        var put = await sandbox.Http.PutAsJsonAsync("/sandbox/gateway/faults", new { decline = "other_reason", webhooks = "never", lose_answers = 2 });
        var unknown = await sandbox.Http.PutAsJsonAsync("/sandbox/gateway/faults", new { nonsense = 1 });

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(new GatewayFaultPlan { Decline = "other_reason", Webhooks = WebhookTiming.Never, LoseAnswers = 2 }, sandbox.GatewayFaults.Plan);
    }
}
