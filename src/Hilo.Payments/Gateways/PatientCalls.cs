using System.Net;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Gateways;

/// <summary>Calls a provider up to four times, only for reasons that may pass: no connection, no answer, busy, broken (specs: payments/domain-model 4).</summary>
internal sealed class PatientCalls(IHttpClientFactory clients, IOptionsMonitor<CardOptions> options, TimeProvider clock)
{
    public const string Client = "card-gateway";
    private const int MostTries = 4;

    /// <summary>Null when no answer came that can be believed. The caller disposes of the answer.</summary>
    /// <param name="request">Builds the same request for every try: same key, same body.</param>
    /// <param name="isInProgress">Whether a 409 means that the first try still runs. Any other 409 is an answer: no.</param>
    public async Task<HttpResponseMessage?> SendAsync(
        Func<HttpRequestMessage> request, Func<HttpResponseMessage, CancellationToken, Task<bool>> isInProgress, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(request, cancel);
            if (answer is not null && !MayPass(answer.StatusCode) && !(answer.StatusCode == HttpStatusCode.Conflict && await isInProgress(answer, cancel))) return answer;
            var asked = answer?.Headers.RetryAfter?.Delta;
            answer?.Dispose();
            if (attempt == MostTries) return null;
            await Task.Delay(Pause(attempt, asked), clock, cancel);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(options.CurrentValue.TimeoutMs);
        using var client = clients.CreateClient(Client);
        try
        {
            using var message = request();
            return await client.SendAsync(message, timeout.Token);
        }
        catch (HttpRequestException)
        {
            return null; // Whether it arrived is not known: the same key makes the next try harmless.
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null; // Too slow; as above.
        }
    }

    private static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private TimeSpan Pause(int attempt, TimeSpan? asked)
    {
        var first = options.CurrentValue.FirstPauseMs;
        var usual = Math.Min(first << (attempt - 1), first * 10);
        var jittered = TimeSpan.FromMilliseconds(usual * (0.75 + Random.Shared.NextDouble() / 2));
        // An answer that asks for more patience than a payer has is left to the sweeper.
        return asked is { } wanted && wanted > jittered ? TimeSpan.FromMilliseconds(Math.Min(wanted.TotalMilliseconds, first * 10)) : jittered;
    }
}
