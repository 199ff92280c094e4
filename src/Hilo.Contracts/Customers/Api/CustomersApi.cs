using System.ComponentModel.DataAnnotations;

namespace Hilo;

public sealed record CustomerRow(CustomerId Id, string Name, string? Email, string? Phone, DateTimeOffset Since);

public sealed record CustomerView(
    CustomerId Id, int Version, string Name, IReadOnlyList<ContactPointView> Contacts, IReadOnlyList<IdentityView> Identities, CustomerId? MergedInto, DateTimeOffset Since);

public sealed record ContactPointView(ContactPointId Id, string Kind, string Value, bool IsVerified, DateTimeOffset AddedAt);

/// <param name="Evidence">Where it was learned: <c>checkout</c>, <c>sign_in</c>, <c>staff</c>.</param>
public sealed record IdentityView(CustomerIdentityId Id, string Kind, string Strength, string Evidence, DateTimeOffset SeenAt);

/// <summary>One knot of the thread: what happened, on which channel, with the facts that its sentence needs.</summary>
/// <param name="Type">Registered event name; the screens know a sentence for each.</param>
/// <param name="Facts">Numbers, codes and amounts of the event, already readable.</param>
public sealed record ThreadEntry(
    EventId Id, string Type, DateTimeOffset At, string? SalesChannel, string? Location, string? Actor, IReadOnlyDictionary<string, string> Facts);

/// <param name="OrderLink">Instead of an address: the signed text of an order's link. The code goes to the order's e-mail, whose address the caller never learns.</param>
public sealed record RequestSignInCodeRequest([property: EmailAddress, StringLength(254)] string? Email = null, [property: StringLength(100)] string? OrderLink = null);

/// <summary>The same answer whether or not the account exists.</summary>
public sealed record SignInChallenge(Guid Challenge, DateTimeOffset ExpiresAt);

public sealed record SignInWithCodeRequest(Guid Challenge, [property: Required, StringLength(12)] string Code);

public sealed record ShopperView(CustomerId Id, string Name, string Email);

public sealed record SaveCustomerRequest([property: Required, StringLength(120, MinimumLength = 1)] string Name, [property: EmailAddress, StringLength(254)] string? Email = null, [property: StringLength(40)] string? Phone = null);
