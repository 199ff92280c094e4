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
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse { Description = "A refusal, as application/problem+json. Switch on its code; /problems/{code} explains each." };
            if (context.Description.HttpMethod is "POST" or "PUT" or "PATCH" or "DELETE") (operation.Parameters ??= []).Add(KeyParameter(context.Description.ActionDescriptor.EndpointMetadata));
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Audience>().LastOrDefault() is { } audience)
                operation.Description = string.Join("\n\n", new[] { operation.Description, InWords(audience) }.Where(t => !string.IsNullOrEmpty(t)));
            return Task.CompletedTask;
        });
    });

    /// <summary>Types with a JSON form of their own, which the framework cannot see into.</summary>
    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (type == typeof(string)) schema.Type ??= JsonSchemaType.String;
        else if (type == typeof(Currency)) (schema.Type, schema.Description) = (JsonSchemaType.String, "ISO 4217 code.");
        else if (type == typeof(Quantity)) (schema.Type, schema.Description) = (JsonSchemaType.Number, "At most three decimals.");
        else if (type == typeof(Money))
        {
            (schema.Type, schema.Description) = (JsonSchemaType.Object, "An exact amount, as text.");
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
            schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["amount"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?\d+(\.\d+)?$" },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
        else if (type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
    }

    private static OpenApiParameter KeyParameter(IList<object> metadata) => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Required = metadata.OfType<KeyRequired>().Any(),
        Description = "One per intention. The same key and body get the first answer again.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
    };

    private static string InWords(Audience audience) => audience switch
    {
        { Kind: AudienceKind.Anyone } => "Audience: anyone.",
        { Kind: AudienceKind.Shoppers } => "Audience: signed-in shoppers.",
        { Permission: { } permission } => $"Audience: staff with the permission `{permission}`.",
        _ => "Audience: any signed-in staff.",
    };
}
