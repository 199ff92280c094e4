namespace Hilo.Platform;

/// <summary>A refusal from where no result can be returned: inside a middleware or a binder. Answered like any other.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem { get; } = problem;
}
