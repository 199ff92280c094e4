using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Hilo.Conversations;

/// <summary>Where mails go and as whom: a line that was opened to another server or under another name is not used.</summary>
internal sealed record SmtpServer(string Host, int Port, bool UsesTls, string? User, string? Password)
{
    /// <summary>The port whose connections are encrypted from the first byte (RFC 8314, 3.3).</summary>
    private const int Submissions = 465;

    /// <summary>Never falling back to plain.</summary>
    public SecureSocketOptions Encryption => !UsesTls ? SecureSocketOptions.None : Port == Submissions ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}

/// <summary>One open connection to the mail server, greeted and signed in.</summary>
internal sealed class SmtpLine(SmtpServer server, SmtpClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    public SmtpServer Server => server;

    public SmtpClient Client => client;

    public static async Task<SmtpLine> OpenAsync(SmtpServer server, CancellationToken cancel)
    {
        // The last, short packet of a mail must not wait for the receipt of the one before: 40 ms a mail.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // As browsers do: a shop's network that cannot reach a list of revoked certificates sends mail all the same.
        var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancel);
            await client.ConnectAsync(socket, server.Host, server.Port, server.Encryption, cancel);
            if (server.User is { } user) await client.AuthenticateAsync(user, server.Password ?? "", cancel);
            return new SmtpLine(server, client);
        }
        catch
        {
            client.Dispose();
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Goodbye);
        try
        {
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or SmtpProtocolException or SmtpCommandException)
        {
            // The server went first.
        }
        client.Dispose();
    }
}
