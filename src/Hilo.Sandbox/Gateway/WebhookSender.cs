using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Hilo.Sandbox.Gateway;

/// <summary>Tells the merchant about every change, again and again until it answers 2xx, with the faults that the plan asks for.</summary>
internal sealed class WebhookSender(IHttpClientFactory clients, IOptions<SandboxOptions> options, GatewayFaults faults, TimeProvider clock)
    : IHostedService, IDisposable
{
    public const string Client = "sandbox-gateway-webhooks";
    private const int MaxTries = 8;
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Task, byte> running = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Task> latest = [];
    private TaskCompletionSource? held;

    public void Tell(GatewayPayment payment)
    {
        var plan = faults.Plan;
        if (payment.NotificationUrl is null || plan.Webhooks == WebhookTiming.Never) return;
        var delivery = new Delivery(payment.NotificationUrl, "EVT" + payment.Id[3..] + "V" + payment.Version, Body(payment, clock.GetUtcNow()));
        TaskCompletionSource? behind = null, release;
        lock (gate)
        {
            release = held;
            held = null;
            if (plan.ReorderWebhooks && release is null) behind = held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        var copies = plan.DuplicateWebhooks ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var firstTry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (plan.Webhooks == WebhookTiming.BeforeReturn) latest[payment.Id] = firstTry.Task;
            Run(DeliverAsync(delivery, plan.Webhooks, behind?.Task, i == 0 ? release : null, firstTry));
        }
    }

    /// <summary>Ends when the newest webhook of this payment was tried once: how the webhook overtakes the payer's return.</summary>
    public Task FirstTryAsync(string paymentId) => latest.TryRemove(paymentId, out var task) ? task : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private void Run(Task task)
    {
        running[task] = 0;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task DeliverAsync(Delivery delivery, WebhookTiming timing, Task? behind, TaskCompletionSource? release, TaskCompletionSource firstTry)
    {
        try
        {
            await Task.Yield();
            if (timing == WebhookTiming.AfterReturn) await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping.Token);
            if (behind is not null) await Task.WhenAny(behind, Task.Delay(LongestHold, clock, stopping.Token));
            for (var attempt = 0; attempt < MaxTries; attempt++)
            {
                if (attempt > 0) await Task.Delay(TimeSpan.FromMilliseconds(250 << Math.Min(attempt, 7)), clock, stopping.Token);
                var accepted = await TryAsync(delivery);
                firstTry.TrySetResult();
                release?.TrySetResult();
                if (accepted) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops; what it had to say is lost with its memory.
        }
        finally
        {
            firstTry.TrySetResult();
            release?.TrySetResult();
        }
    }

    private async Task<bool> TryAsync(Delivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Event-Id", delivery.EventId);
        request.Headers.Add("X-Signature", Sign(options.Value.GatewaySecret, clock.GetUtcNow(), delivery.EventId, delivery.Body));
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, stopping.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not reachable now; the next try follows.
        }
        catch (TaskCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false; // Too slow; the next try follows.
        }
    }

    /// <summary><c>ts=seconds,v1=hex</c> over <c>timestamp.event-id.body</c>.</summary>
    internal static string Sign(string secret, DateTimeOffset at, string eventId, string body)
    {
        var timestamp = at.ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{eventId}.{body}"));
        return $"ts={timestamp},v1={Convert.ToHexStringLower(mac)}";
    }

    private static string Body(GatewayPayment payment, DateTimeOffset now) => JsonSerializer.Serialize(
        new
        {
            Id = "EVT" + payment.Id[3..] + "V" + payment.Version,
            Type = "payment",
            Action = "payment.updated",
            DateCreated = now,
            Data = new { payment.Id, payment.Status, payment.ExternalReference, payment.Version },
        },
        GatewayWire.Json);

    private sealed record Delivery(Uri Address, string EventId, string Body);
}
