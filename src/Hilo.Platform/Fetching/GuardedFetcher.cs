using System.Net;
using System.Net.Sockets;

namespace Hilo.Platform;

/// <summary>Fetches addresses that people typed: pictures, later webhooks. Reaches no private network and takes neither too much nor too long.</summary>
public sealed class GuardedFetcher : IDisposable
{
    private const int MostRedirects = 3;
    private readonly HttpClient http;
    private readonly Uri? picturesStandIn;

    internal GuardedFetcher(IConfiguration configuration)
    {
        var allowed = new AddressGuard(configuration.GetSection("Fetching:AllowedHosts").Get<string[]>() ?? []);
        picturesStandIn = configuration["Pictures:StandIn"] is { Length: > 0 } standIn ? new Uri(standIn.TrimEnd('/') + "/") : null;
        if (picturesStandIn is not null) allowed = allowed.With(picturesStandIn.Host);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = async (connect, cancel) =>
            {
                // Resolved once: the address that was judged is the address that is called.
                var address = await allowed.ResolveAsync(connect.DnsEndPoint.Host, cancel);
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(address, connect.DnsEndPoint.Port), cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Fetches a picture. Where the configuration names a stand-in, it is asked instead, with the same path and the host as <c>X-Original-Host</c>.</summary>
    public Task<Result<byte[]>> PictureAsync(Uri address, long limit, CancellationToken cancel)
    {
        if (picturesStandIn is null) return FetchAsync(address, limit, cancel);
        // Below the stand-in's own path; "./" keeps a path such as //elsewhere or a:b from naming another host.
        return address.IsAbsoluteUri ? FetchAsync(new Uri(picturesStandIn, "./" + address.PathAndQuery.TrimStart('/')), limit, cancel, address.Host) : Task.FromResult<Result<byte[]>>(FetchProblems.BadAddress);
    }

    /// <summary>The bytes behind an address, or the reason why there are none.</summary>
    public Task<Result<byte[]>> FetchAsync(Uri address, long limit, CancellationToken cancel) => FetchAsync(address, limit, cancel, originalHost: null);

    public void Dispose() => http.Dispose();

    private async Task<Result<byte[]>> FetchAsync(Uri address, long limit, CancellationToken cancel, string? originalHost)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            for (var hop = 0; hop <= MostRedirects; hop++)
            {
                if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) return FetchProblems.BadAddress;
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.UserAgent.ParseAdd("Hilo/1.0");
                if (originalHost is not null) request.Headers.TryAddWithoutValidation("X-Original-Host", originalHost);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
                if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
                {
                    address = new Uri(address, next);
                    continue;
                }
                if (!answer.IsSuccessStatusCode) return FetchProblems.Refused((int)answer.StatusCode);
                return await ReadAsync(answer.Content, limit, deadline.Token);
            }
            return FetchProblems.TooManyRedirects;
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is ProblemException guarded ? guarded.Problem : FetchProblems.Unreachable;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return FetchProblems.TooSlow;
        }
        catch (IOException)
        {
            return FetchProblems.Unreachable;
        }
    }

    private static async Task<Result<byte[]>> ReadAsync(HttpContent content, long limit, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > limit) return FetchProblems.TooLarge;
        await using var body = await content.ReadAsStreamAsync(cancel);
        using var taken = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            // Counted after unpacking: a small compressed body may be a large picture.
            if (taken.Length + read > limit) return FetchProblems.TooLarge;
            await taken.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return taken.ToArray();
    }
}
