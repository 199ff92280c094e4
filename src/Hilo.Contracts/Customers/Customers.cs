namespace Hilo;

/// <summary>One person behind every channel.</summary>
public interface ICustomers
{
    /// <summary>Inside the caller's transaction: finds by the exact key of the e-mail, else creates. A guest with a known e-mail attaches to that customer, and sees nothing of it.
    /// One customer per buyer, in order.</summary>
    Task<IReadOnlyList<CustomerId>> AttachAsync(IReadOnlyList<Buyer> buyers, CancellationToken cancel);

    /// <summary>What may be shown to staff; a merged id answers with its survivor. Unknown ids are absent.</summary>
    Task<IReadOnlyDictionary<CustomerId, CustomerName>> NameAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel);
}

public sealed record ContactDetails(string Email, string? Name, string? Phone);

/// <param name="Cause">Whose purchase it is: the news of a new customer carries it.</param>
public sealed record Buyer(ContactDetails Contact, SalesChannelId SalesChannel, Cause Cause);

public sealed record CustomerName(CustomerId Id, string Name, string? Email, string? Phone);

/// <summary>The code of a sign-in challenge, for the mail that carries it. Null once used or expired.</summary>
public interface ISignInCodes
{
    Task<SignInCodeMail?> RevealAsync(Guid challenge, CancellationToken cancel);
}

public sealed record SignInCodeMail(string Email, string Code, DateTimeOffset ExpiresAt, string Culture);

/// <summary>Filled by Orders: whose mailbox an order's signed link leads to, so that a code goes there and nowhere else.</summary>
public interface IOrderMailboxes
{
    /// <summary>Refused alike for a forged link and for an order that is gone; an old link still leads to its mailbox.</summary>
    Task<Result<string>> MailboxOfAsync(string orderLink, CancellationToken cancel);
}
