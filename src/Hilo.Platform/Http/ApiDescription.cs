using Microsoft.OpenApi;

namespace Hilo.Platform;

/// <summary><c>/openapi/v1.json</c>: OpenAPI 3.1, with the audience of every operation said in words.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Hilo", Version = "v1", Description = "Refusals are problem details; every code is explained at /problems/{code}. Every unsafe call carries an Idempotency-Key." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Audience>().LastOrDefault() is { } audience)
                operation.Description = string.Join("\n\n", new[] { operation.Description, InWords(audience) }.Where(t => !string.IsNullOrEmpty(t)));
            return Task.CompletedTask;
        });
    });

    private static string InWords(Audience audience) => audience switch
    {
        { Kind: AudienceKind.Anyone } => "Audience: anyone.",
        { Kind: AudienceKind.Shoppers } => "Audience: signed-in shoppers.",
        { Permission: { } permission } => $"Audience: staff with the permission `{permission}`.",
        _ => "Audience: any signed-in staff.",
    };
}
