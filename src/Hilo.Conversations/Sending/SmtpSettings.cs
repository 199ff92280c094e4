using System.Globalization;
using Sender = System.Net.Mail.MailAddress;

namespace Hilo.Conversations;

/// <summary>The mail server, in section <c>Mail:Smtp</c>: Host, Port, User, Password, From, Tls, TimeoutSeconds. Read at each use, so that a change counts at once.</summary>
internal sealed class SmtpSettings(IConfiguration configuration)
{
    private IConfigurationSection Section => configuration.GetSection("Mail:Smtp");

    /// <summary>Null: mails wait until there is one.</summary>
    public string? Host => Section["Host"] is { Length: > 0 } host ? host : null;

    /// <summary>Encrypted, with STARTTLS or on port 465 from the first byte, never falling back to plain; only a server on this very machine is spoken to plainly.</summary>
    private bool UsesTls => Section["Tls"] is { Length: > 0 } tls ? bool.Parse(tls) : !IsHere;

    private int Port => Section["Port"] is { Length: > 0 } port ? int.Parse(port, CultureInfo.InvariantCulture) : UsesTls ? 587 : 25;

    /// <summary>Only where there is a <see cref="Host"/>.</summary>
    public SmtpServer Server => new(Host!, Port, UsesTls, Section["User"] is { Length: > 0 } user ? user : null, Section["Password"]);

    /// <summary><c>tienda@ejemplo.com</c> or <c>Mi tienda &lt;tienda@ejemplo.com&gt;</c>; without a name the shop's own is shown.</summary>
    public Sender From => new(Section["From"] is { Length: > 0 } from ? from : "tienda@localhost");

    /// <summary>The right side of Message-IDs.</summary>
    public string Domain => From.Host;

    /// <summary>How long the server may take over one mail: its spam checks take their time while the mail is in its hands.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(Section["TimeoutSeconds"] is { Length: > 0 } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : 60);

    /// <summary>On this very machine, as the catcher of the sandbox is.</summary>
    public bool IsHere => Host is "localhost" or "127.0.0.1" or "::1";
}
