using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Hilo.Sandbox.Mail;

/// <summary>Accepts mail on loopback; nothing ever leaves.</summary>
internal sealed class SmtpListener(IOptions<SandboxOptions> options, MailCatcher catcher, MailFaults faults, TimeProvider clock, ILogger<SmtpListener> log)
    : BackgroundService
{
    private const int MaxConnections = 100;
    private static readonly TimeSpan LongestConnection = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim free = new(MaxConnections);
    private TcpListener? listener;
    private int connections;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SmtpPort < 0) return Task.CompletedTask;
        listener = new TcpListener(IPAddress.Loopback, options.Value.SmtpPort);
        listener.Start();
        catcher.ListensOn(((IPEndPoint)listener.LocalEndpoint).Port);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await free.WaitAsync(stoppingToken);
                _ = ServeAsync(await listener!.AcceptSocketAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException failure)
            {
                free.Release();
                log.LogWarning(failure, "The mail catcher could not accept a connection.");
            }
        }
    }

    public override void Dispose()
    {
        listener?.Dispose();
        free.Dispose();
        base.Dispose();
    }

    private async Task ServeAsync(Socket socket, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(LongestConnection);
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            await new SmtpSession(stream, Interlocked.Increment(ref connections), catcher, faults, clock).RunAsync(limit.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException)
        {
            // The sender hung up, was too slow, or the sandbox stops: the mail that was not accepted is the sender's to repeat.
        }
        finally
        {
            try
            {
                free.Release();
            }
            catch (ObjectDisposedException)
            {
                // The sandbox has stopped meanwhile.
            }
        }
    }
}
