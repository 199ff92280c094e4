using System.Security.Claims;

namespace Hilo.Platform;

/// <summary>Who asked for the page that makes this call. Set by <see cref="DoorHandler"/> as an object: nothing from outside can say it.</summary>
internal sealed record Caller(ClaimsPrincipal Principal);
