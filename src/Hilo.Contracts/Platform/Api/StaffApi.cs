using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <param name="Bearer">True for an integration: the answer holds a token and sets no cookie.</param>
/// <param name="Label">How the session is called in the list of sessions, such as the name of the device.</param>
public sealed record OpenStaffSessionRequest(
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(200)] string Password,
    bool Bearer = false,
    [property: StringLength(80)] string? Label = null);

/// <param name="Token">Shown once, for bearer sessions only.</param>
public sealed record StaffSessionOpened(SessionId Id, StaffView Staff, DateTimeOffset ExpiresAt, string? Token);

public sealed record StaffSessionView(SessionId Id, string Kind, string? Label, DateTimeOffset OpenedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, bool IsThisOne);

/// <param name="Locations">The locations that the person is limited to; null means every location.</param>
public sealed record StaffView(
    StaffId Id, int Version, string Email, string Name, StaffRole Role, bool IsActive, IReadOnlyList<LocationId>? Locations, IReadOnlyList<string> Permissions);

/// <param name="Password">Left out, the answer holds a link with which the person sets one.</param>
public sealed record AddStaffRequest(
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(120, MinimumLength = 1)] string Name,
    StaffRole Role,
    [property: MinLength(1), MaxLength(100)] IReadOnlyList<LocationId>? Locations = null,
    [property: StringLength(200, MinimumLength = 10)] string? Password = null);

/// <param name="PasswordPath">Works once, for three days: give it to the person.</param>
public sealed record StaffAdded(StaffView Staff, string? PasswordPath);

public sealed record ChangeStaffRequest(
    [property: Required, StringLength(120, MinimumLength = 1)] string Name,
    StaffRole Role,
    bool IsActive,
    [property: MinLength(1), MaxLength(100)] IReadOnlyList<LocationId>? Locations = null);

/// <param name="Token">The last part of the link.</param>
public sealed record SetPasswordRequest(
    [property: Required, StringLength(100)] string Token,
    [property: Required, StringLength(200, MinimumLength = 10)] string Password,
    [property: EmailAddress, StringLength(254)] string? Email = null,
    [property: StringLength(120, MinimumLength = 1)] string? Name = null);
