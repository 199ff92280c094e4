namespace Hilo.Sandbox;

/// <summary>Configuration section <c>Sandbox</c>.</summary>
public sealed class SandboxOptions
{
    /// <summary>Signs the webhooks of the card gateway. The merchant configures the same text on its side.</summary>
    public string GatewaySecret { get; set; } = "sandbox-gateway-secret";

    /// <summary>Where browsers reach the stand-ins; when empty the address of the call itself is used.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Port of the mail catcher on loopback; 0 takes a free one, see <see cref="MailCatcher.Port"/>; negative does not listen.</summary>
    public int SmtpPort { get; set; }

    /// <summary>How many mails the catcher remembers; older ones are forgotten.</summary>
    public int MostMails { get; set; } = 2_000;

    /// <summary>Where the stand-ins keep payments and mails, so that a demo that starts again still knows them; without it they live in memory.</summary>
    public string? Folder { get; set; }
}
