namespace Hilo.Payments.Gateways;

internal enum GatewayOutcome
{
    Answered,

    /// <summary>The provider says that it does not exist.</summary>
    NotFound,

    /// <summary>The provider says no, and would say no again.</summary>
    Refused,

    /// <summary>No answer that can be believed: it may have happened or not.</summary>
    Silent,
}

/// <summary>What became of a call to a provider.</summary>
internal readonly record struct GatewayAnswer<T>(GatewayOutcome Outcome, T? Value = null, string? Reason = null) where T : class
{
    public static implicit operator GatewayAnswer<T>(T value) => new(GatewayOutcome.Answered, value);

    public static GatewayAnswer<T> NotFound => new(GatewayOutcome.NotFound);

    public static GatewayAnswer<T> Silent => new(GatewayOutcome.Silent);

    public static GatewayAnswer<T> Refused(string reason) => new(GatewayOutcome.Refused, Reason: reason);
}
