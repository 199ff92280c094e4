using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hilo.Platform;

/// <summary>What the owner of a hot command implements: many callers' commands in one transaction, written set-based. Resolved in the group's scope.</summary>
/// <remarks>One answer per command, in order. A refusal is an answer and takes nothing; an exception rolls the group back, and it is tried again in halves
/// until the one that causes it stands alone. Whatever can throw for one command (validation, pricing) happens before the lane.</remarks>
public interface IGroupHandler<TCommand, TAnswer>
{
    Task<IReadOnlyList<Result<TAnswer>>> HandleAsync(IReadOnlyList<TCommand> group, CancellationToken cancel);
}

/// <summary>Groups the writes of many requests: whoever waits while a group commits is in the next group.</summary>
/// <remarks>The caller has no open transaction. Nobody gets an answer before the commit.</remarks>
public interface ILane<TCommand, TAnswer>
{
    /// <summary>Queues a command. It can be withdrawn until the lane takes it; afterwards it runs to its end.</summary>
    /// <returns>The answer, or <c>server.busy</c> when the queue is full or did not move for some seconds; nothing was done then.</returns>
    /// <param name="key">The caller's idempotency key, when there is one: its row is written in the group's transaction.</param>
    /// <exception cref="KeyAlreadyUsedException">The key was used before: the stored answer is the answer.</exception>
    Task<Result<TAnswer>> SubmitAsync(TCommand command, LaneKey<TAnswer>? key, CancellationToken cancel);
}

/// <summary>An idempotency key on its way through a lane.</summary>
/// <param name="Scope">Who asks for what: keys of different callers or routes never meet.</param>
/// <param name="Answer">What a repeated request shall get; null keeps nothing, so that a refusal may be tried again under the same key.</param>
public sealed record LaneKey<TAnswer>(string Scope, string Key, byte[] RequestHash, Func<Result<TAnswer>, StoredAnswer?> Answer);

/// <summary>An answer as it was sent.</summary>
public sealed record StoredAnswer(int Status, string ContentType, byte[] Body, string? Location = null);

/// <summary>A key that was used before.</summary>
/// <param name="requestHash">Of the first request: another hash means that the key was reused for something else.</param>
/// <param name="answer">Null while the first request still runs.</param>
public sealed class KeyAlreadyUsedException(byte[] requestHash, StoredAnswer? answer) : Exception("The idempotency key was used before.")
{
    public byte[] RequestHash { get; } = requestHash;

    public StoredAnswer? Answer { get; } = answer;
}

public static class LaneRegistration
{
    /// <summary>Gives a hot command its lane: one per process.</summary>
    public static IServiceCollection AddLane<TCommand, TAnswer, THandler>(this IServiceCollection services)
        where THandler : class, IGroupHandler<TCommand, TAnswer>
    {
        services.TryAddSingleton(LaneLimits.Usual);
        services.AddScoped<IGroupHandler<TCommand, TAnswer>, THandler>();
        services.AddSingleton<Lane<TCommand, TAnswer>>();
        services.AddScoped<ILane<TCommand, TAnswer>, LaneDoor<TCommand, TAnswer>>();
        return services.AddHostedService(provider => provider.GetRequiredService<Lane<TCommand, TAnswer>>());
    }
}
